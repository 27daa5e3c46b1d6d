import pg from 'pg';

/**
 * Listens for changes recorded by any node. While the connection is away nothing can be trusted to be
 * fresh, so `onLost` must empty what was kept.
 */
export async function listenForChanges(
  url: string,
  onChange: (organisationId: string) => void,
  onLost: () => void,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url, application_name: 'palabre-changes' });
    next.on('notification', (message) => message.payload && onChange(message.payload));
    next.on('error', () => {});
    next.on('end', () => {
      if (stopped) return;
      onLost();
      setTimeout(() => reconnect(), 1000).unref();
    });
    await next.connect();
    await next.query('listen palabre_change');
    return next;
  }

  async function reconnect(): Promise<void> {
    try {
      client = await connect();
      onLost();
    } catch {
      if (!stopped) setTimeout(() => reconnect(), 1000).unref();
    }
  }

  return {
    async stop() {
      stopped = true;
      await client.end();
    },
  };
}
