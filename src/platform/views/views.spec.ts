import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalogue } from '../i18n/messages.ts';
import type { PageContext } from './page-context.ts';
import { checkTemplates } from './check-templates.ts';
import { Views } from './views.ts';

const catalogue = { 'a.title': 'Tháng', 'a.state.done': 'xong', 'a.count': (p: { n: number }) => `${p.n} phiếu` };
const context: PageContext = {
  locale: 'vi',
  catalogue: catalogue as object as Catalogue,
  committee: null,
  clock: { officeNow: new Date('2020-11-20T07:05:00Z'), moved: false },
  user: null,
  nav: [],
  actingFor: [],
  csrfToken: 'token',
  path: '/',
  flash: [],
  zone: 'Asia/Ho_Chi_Minh',
};

const assets = { url: (path: string) => `/assets/${path}`, modulesOf: (entry: string) => [`/assets/${entry}.js`] };

describe('views', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'views-'));
    mkdirSync(join(directory, 'pages'));
    mkdirSync(join(directory, 'partials'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const render = (page: string, model: object, partials: Record<string, string> = {}): string => {
    for (const [name, source] of Object.entries(partials)) {
      writeFileSync(join(directory, 'partials', `${name}.hbs`), source);
    }
    writeFileSync(join(directory, 'pages', 'x.hbs'), page);
    return new Views({ directory, assets, tones: { done: 'good' } }).render('x', model, context);
  };

  it('escape every value', () => {
    expect(render('{{name}}', { name: '<b>"' })).toBe('&lt;b&gt;&quot;');
  });

  it('fail on what the model lacks, where a blank would hide a mistake', () => {
    expect(() => render('{{nmae}}', { name: 'An' })).toThrow(/nmae/);
  });

  it('fail on an unknown helper, message, partial and page', () => {
    expect(() => render('{{shout name}}', { name: 'An' })).toThrow(/shout/);
    expect(() => render('{{t "a.titel"}}', {})).toThrow(/a\.titel/);
    expect(() => render('{{> card}}', {})).toThrow(/card/);
    expect(() => new Views({ directory, assets, tones: { done: 'good' } }).render('y', {}, context)).toThrow(/y/);
  });

  it('are built from no template with a syntax error', () => {
    writeFileSync(join(directory, 'pages', 'broken.hbs'), '{{#if a}}');
    expect(() => checkTemplates(directory)).toThrow(/broken\.hbs.*Parse error/s);
  });

  it('put messages, states, figures and days in the words of the language', () => {
    const model = {
      state: 'done',
      said: { key: 'a.count', params: { n: 3 } },
      part: 141,
      whole: 143,
      on: '2020-12-03',
    };
    expect(render('{{t "a.title"}} {{tOf "a.state" state}} {{say said}} {{ratio part whole}} {{date on}}', model)).toBe(
      'Tháng xong 3 phiếu 141\u00a0/\u00a0143 03/12/2020',
    );
  });

  it('show instants in the local time of the committee, whatever the zone of the server', () => {
    expect(render('{{date at}} {{time at}}', { at: new Date('2020-12-02T17:14:00Z') })).toBe('03/12/2020 00:14');
  });

  it('give a partial nothing but what it is given', () => {
    const partials = { note: '[{{#if title}}{{title}}{{/if}}]' };
    expect(render('{{> note}}{{> note title="a"}}', { title: 'the page’s' }, partials)).toBe('[][a]');
  });

  it('wrap a block that still sees what is around it', () => {
    const partials = { box: '<p>{{title}}</p>{{body}}' };
    const page = '{{#each list}}{{#within "box" title=this}}{{../name}}{{/within}}{{/each}}';
    expect(render(page, { list: ['a', 'b'], name: '<An>' }, partials)).toBe('<p>a</p>&lt;An&gt;<p>b</p>&lt;An&gt;');
  });
});
