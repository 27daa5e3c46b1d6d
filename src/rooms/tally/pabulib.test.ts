import { describe, expect, test } from 'vitest';
import { countElection, type PabulibFault, parsePabulib } from './index.ts';

const meta = [
  'META',
  'key;value',
  'description;Budget participatif',
  'num_projects;3',
  'num_votes;3',
  'budget;1000.50',
  'vote_type;approval',
  'max_length;2',
];
const projects = [
  'PROJECTS',
  'project_id;cost;votes;name;category',
  '1;600.25;2;Verger;nature,jardin',
  '2;400.25;2;"Fontaine; ""la belle""";eau',
  '3;0.01;0;Banc;',
];
const votes = ['VOTES', 'voter_id;vote', 'a;1,2', 'b;2', 'c;1'];

const whole = [...meta, ...projects, ...votes];

function write(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** The good file with one of its lines changed; its line number is where the fault must be found. */
function change(line: string, ...replacement: string[]): { text: string; line: number } {
  const at = whole.indexOf(line);
  if (at < 0) throw new Error(`no such line: ${line}`);
  return {
    text: write([...whole.slice(0, at), ...replacement, ...whole.slice(at + 1)]),
    line: at + 1,
  };
}

function withPoints(...rows: string[]): string {
  return write([
    'META',
    'key;value',
    `num_votes;${rows.length}`,
    'num_projects;2',
    'budget;10',
    'vote_type;cumulative',
    'max_points;3',
    'max_sum_points;4',
    'PROJECTS',
    'project_id;cost',
    'p;5',
    'q;5',
    'VOTES',
    'voter_id;vote;points',
    ...rows,
  ]);
}

function read(text: string) {
  const reading = parsePabulib(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  return reading;
}

describe('a good file', () => {
  test('gives the election, the words of its projects and its meta', () => {
    const reading = read(write(whole));
    expect(reading.election.budget).toBe(100050n);
    expect(reading.election.projects).toEqual([
      { id: '1', cost: 60025n },
      { id: '2', cost: 40025n },
      { id: '3', cost: 1n },
    ]);
    expect(reading.election.kind).toBe('approval');
    expect(reading.election.limits.maxLength).toBe(2);
    expect(reading.election.ballots.count).toBe(3);
    expect(reading.projects[0]).toMatchObject({ name: 'Verger', categories: ['nature', 'jardin'] });
    expect(reading.projects[1]?.name).toBe('Fontaine; "la belle"');
    expect(reading.meta.get('description')).toBe('Budget participatif');
    expect(reading.remarks).toEqual([]);
  });

  test.each([
    ['CRLF line ends', whole.join('\r\n')],
    ['a byte order mark', `\ufeff${write(whole)}`],
    ['no end of line at the end', whole.join('\n')],
    ['empty lines', whole.join('\n\n')],
    ['the empty columns of a spreadsheet', whole.map((line) => `${line};;`).join('\r\n')],
    ['sections in lower case', write(whole.map((line) => line.replace('VOTES', 'votes')))],
  ])('reads the same with %s', (_, text) => {
    const { projects: _projects, ...reading } = read(text);
    const { projects: _same, ...expected } = read(write(whole));
    expect(reading).toEqual(expected);
  });

  test('keeps the line numbers through a text on several lines', () => {
    const split = change(
      '1;600.25;2;Verger;nature,jardin',
      '1;600.25;2;"Verger\r\ndes\nHalles";',
      '',
    );
    expect(read(split.text).projects[0]?.name).toBe('Verger\r\ndes\nHalles');
    expect(read(split.text).projects.map(({ line }) => line)).toEqual([11, 15, 16]);
  });

  test('reads quotes inside an unquoted cell as they are', () => {
    const { text } = change('3;0.01;0;Banc;', '3;0.01;0;Banc "public";');
    expect(read(text).projects[2]?.name).toBe('Banc "public"');
  });

  test('keeps blank ballots as ballots, and equal ballots together whatever their order', () => {
    const { text } = change('c;1', 'c;', 'd;2,1');
    const { ballots } = read(text.replace('num_votes;3', 'num_votes;4')).election;
    expect(ballots.count).toBe(4);
    expect(ballots.blank).toBe(1);
    expect([...ballots.times]).toEqual([2, 1, 1]);
  });

  test('keeps nothing that says who voted', () => {
    const { text } = change('voter_id;vote', 'voter_id;vote;age');
    const aged = text.replace(/^([abc];[\d,]+)$/gm, '$1;age-of-someone');
    const reading = read(aged);
    const everything = JSON.stringify(reading, (_, value) =>
      value instanceof Map ? [...value] : typeof value === 'bigint' ? `${value}` : value,
    );
    expect(everything).not.toContain('age-of');
  });

  test('can be sent to a worker', () => {
    const { election } = read(write(whole));
    expect(structuredClone(election)).toEqual(election);
  });

  test('reads points, and whole numbers written with decimals', () => {
    const { ballots } = read(withPoints('a;q,p;3,1', 'b;p;2.0')).election;
    expect([...ballots.choices]).toEqual([0, 1, 0]);
    expect([...(ballots.points ?? [])]).toEqual([1, 3, 2]);
  });

  test('W14 takes the names that objects reserve for plain ids', () => {
    const text = write(whole)
      .replace(/^1;/m, '__proto__;')
      .replace(/^2;/m, 'constructor;')
      .replace('a;1,2', 'a;__proto__,constructor')
      .replace('b;2', '__proto__;constructor')
      .replace('c;1', 'toString;__proto__')
      .replace('description;', '__proto__;');
    const reading = read(text);
    const options = { rule: 'greedy', tieBreak: ['smaller-id'], fundUnsupported: false } as const;
    expect(countElection(reading.election, options).winners).toEqual(['__proto__', 'constructor']);
    expect(reading.meta.get('__proto__')).toBe('Budget participatif');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(parsePabulib(text.replace('c;1', 'c;hasOwnProperty')).ok).toBe(true);
    expect(parsePabulib(text.replace('toString;__proto__', 'c;hasOwnProperty'))).toMatchObject({
      refusal: 'unknown-project',
    });
  });

  test('tells what is odd without refusing it', () => {
    const odd = write(whole)
      .replace('max_length;2', 'min_length;2\nmax_sum_cost;1000\ndefault_score;1')
      .replace('1;600.25;2', '1;600.25;7');
    expect(read(odd).remarks).toEqual([
      { remark: 'costs-sum-over-max', count: 1 },
      { remark: 'fewer-choices-than-min', count: 2 },
      { remark: 'declared-votes-differ', count: 1 },
      { remark: 'default-score-ignored', count: 3 },
    ]);
  });
});

describe('V3 a malformed file is refused with its line', () => {
  const cases: [PabulibFault, { text: string; line: number }][] = [
    ['missing-section', { text: '', line: 1 }],
    ['text-before-sections', { text: '<!doctype html>\n<title>404</title>', line: 1 }],
    ['missing-section', { text: write(meta), line: 8 }],
    ['missing-section', { text: write([...meta, ...projects]), line: 13 }],
    ['duplicate-section', change('VOTES', 'META')],
    ['section-out-of-order', { text: write([...meta, ...votes, ...projects]), line: 9 }],
    ['missing-header', change('key;value')],
    ['missing-header', { text: write([...meta, ...projects, 'VOTES']), line: 14 }],
    ['missing-column', change('voter_id;vote', 'voter_id;choice')],
    ['missing-column', change('project_id;cost;votes;name;category', 'project_id;price;v;n;c')],
    ['duplicate-column', change('voter_id;vote', 'voter_id;vote;vote')],
    ['nul-character', change('b;2', 'b;2\u0000')],
    ['unclosed-quote', change('3;0.01;0;Banc;', '3;0.01;0;"Banc;')],
    ['wrong-column-count', change('3;0.01;0;Banc;', '3;0.01;0;Banc; banquette;bois')],
    ['wrong-column-count', change('3;0.01;0;Banc;', '3;0.01')],
    ['wrong-column-count', change('c;1', 'c')],
    ['duplicate-meta-key', change('vote_type;approval', 'budget;2')],
    ['unknown-vote-type', change('vote_type;approval', 'vote_type;lottery')],
    ['unknown-vote-type', change('vote_type;approval', 'vote_type;__proto__')],
    ['missing-meta-key', change('budget;1000.50', 'budget;')],
    ['not-a-number', change('budget;1000.50', 'budget;NaN')],
    ['not-a-number', change('budget;1000.50', 'budget;1e309')],
    ['not-a-number', change('budget;1000.50', 'budget;Infinity')],
    ['not-a-number', change('budget;1000.50', 'budget;0x10')],
    ['not-a-number', change('budget;1000.50', 'budget;1 000')],
    ['not-a-number', change('budget;1000.50', 'budget;1,000')],
    ['not-a-number', change('budget;1000.50', 'budget;1000;50')],
    ['negative-number', change('budget;1000.50', 'budget;-1000')],
    ['too-many-decimals', change('budget;1000.50', 'budget;1000.505')],
    ['number-too-large', change('budget;1000.50', `budget;${'9'.repeat(400)}`)],
    ['number-too-large', change('max_length;2', 'max_length;9999999999')],
    ['not-whole-number', change('num_votes;3', 'num_votes;3.5')],
    ['project-count-differs', change('num_projects;3', 'num_projects;4')],
    ['vote-count-differs', change('num_votes;3', 'num_votes;2')],
    ['negative-number', change('3;0.01;0;Banc;', '3;-0.01;0;Banc;')],
    ['not-a-number', change('3;0.01;0;Banc;', '3;gratuit;0;Banc;')],
    ['missing-project-id', change('3;0.01;0;Banc;', ' ;0.01;0;Banc;')],
    ['comma-in-project-id', change('3;0.01;0;Banc;', '3,4;0.01;0;Banc;')],
    ['duplicate-project-id', change('3;0.01;0;Banc;', '2;0.01;0;Banc;')],
    ['missing-voter-id', change('b;2', ';2')],
    ['duplicate-voter-id', change('b;2', 'a;2')],
    ['unknown-project', change('b;2', 'b;99')],
    ['unknown-project', change('b;2', 'b;__proto__')],
    ['unknown-project', change('b;2', `b;${Array.from({ length: 10_000 }, (_, at) => at)}`)],
    ['duplicate-choice', change('b;2', 'b;2,2')],
    ['duplicate-choice', change('b;2', `b;${Array(10_000).fill('2')}`)],
    ['empty-choice', change('b;2', 'b;2,')],
    ['too-many-choices', change('b;2', 'b;1,2,3')],
    ['file-cut-short', { text: write(whole).replace('c;1', 'c;2').trimEnd(), line: 18 }],
    ['missing-column', { text: withPoints('a;p').replace(';points', ''), line: 14 }],
    ['points-not-matching', { text: withPoints('a;p,q;1'), line: 15 }],
    ['points-not-matching', { text: withPoints('a;p;1', 'b;p;1,1'), line: 16 }],
    ['not-whole-number', { text: withPoints('a;p;1.5'), line: 15 }],
    ['negative-number', { text: withPoints('a;p,q;3,-1'), line: 15 }],
    ['not-a-number', { text: withPoints('a;p,q;3,NaN'), line: 15 }],
    ['not-a-number', { text: withPoints('a;p,q;1e309,1'), line: 15 }],
    ['points-over-max', { text: withPoints('a;p,q;4,0'), line: 15 }],
    ['points-sum-over-max', { text: withPoints('a;p,q;3,2'), line: 15 }],
    [
      'more-than-one-choice',
      { text: write(whole).replace('vote_type;approval', 'vote_type;choose-1'), line: 16 },
    ],
    ['no-projects', { text: write([...meta, ...projects.slice(0, 2), ...votes]), line: 10 }],
  ];

  test.each(cases)('V3 %s', (refusal, { text, line }) => {
    expect(parsePabulib(text)).toMatchObject({ ok: false, refusal, line });
  });

  test('V3 the details say what was found and what was expected, cut to a readable length', () => {
    expect(parsePabulib(change('num_votes;3', 'num_votes;2').text)).toMatchObject({
      details: { where: 'num_votes', found: '3', expected: '2' },
    });
    const long = parsePabulib(change('b;2', `b;${'x'.repeat(5000)}`).text);
    expect(long).toMatchObject({ details: { found: `${'x'.repeat(59)}…` } });
  });

  test('V3 a file cut anywhere but in its last line end is refused', () => {
    const text = write(whole);
    for (let length = 0; length < text.length - 1; length += 1)
      expect(parsePabulib(text.slice(0, length)).ok, text.slice(0, length)).toBe(false);
  });
});
