/** A file to keep, never kept by a cache on the way. `name`: without its ending, in letters of ASCII. */
export function pdfAnswer(file: Buffer, name: string): Response {
  return new Response(file as unknown as BodyInit, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'content-length': String(file.length),
      'cache-control': 'no-store',
    },
  });
}
