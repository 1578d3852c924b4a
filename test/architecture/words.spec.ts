import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/project-root.ts';

/**
 * Texts that people read: pages, mails, documents, responses of the API and the command line; not what is typed or
 * imported.
 */
const files = ['src', 'templates']
  .flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|hbs)$/.test(file) && !/\.spec\.ts$|^src\/demo\/sample-|\/domain\/import\//.test(file));

const COMMENT = /\/\*[^]*?\*\/|^\s*\/\/.*$|\{\{!--[^]*?--\}\}/gm;
/** Line breaks are kept, so that a finding has its line number. */
const sources = files.map((file) => ({
  file,
  text: readFileSync(join(projectRoot, file), 'utf8').replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' ')),
}));

/** A whole word in any case; `\b` does not support Vietnamese letters. */
const word = (text: string) => new RegExp(`(?<!\\p{L})${text}(?!\\p{L})`, 'giu');

function places(pattern: RegExp, allowed: RegExp = /^$/): string[] {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)]
      .filter(() => !allowed.test(file))
      .map(({ 0: found, index }) => `${file}:${text.slice(0, index).split('\n').length} ${found}`),
  );
}

describe('one word for one thing', () => {
  it.each([
    ['a specialist’s absence is “lịch bận”', word('(?:ngày bận|ai nghỉ|đợt nghỉ|lịch nghỉ)(?! lễ)')],
    [
      'a combined meeting is “kết hợp”',
      /cả hai['"`<]|(?<!\p{L})thường kỳ và chuyên đề(?! cộng lại)|'regular and thematic(?! content)/giu,
    ],
    ['a branch whose turn has not come is no “outside the round”', word('(?:ngoài|trong) vòng tháng|ngoài vòng')],
    ['a plan is made, not solved', word('(?:giải lại|lần giải|đang giải|giải kế hoạch|sau khi giải)')],
    ['a distance from the best plan is no “gap” of a door', word('(?:hở|độ hở|khe hở)')],
    ['a plan is sent for approval: “gửi duyệt”', /['"`]trình duyệt|hãy trình duyệt/giu],
    ['what a planner reads is no “solve”', /'(?:Solve|Solving) /g],
  ])('%s', (_, pattern) => {
    expect(places(pattern)).toEqual([]);
  });

  it('names days in mails by their date, because nobody knows on which day a mail is read', () => {
    const relative = word('(?:hôm nay|hôm qua|ngày mai|ngày kia|tuần sau|tuần tới|today|tomorrow|yesterday|next week)');
    expect(places(relative).filter((place) => place.startsWith('templates/mails/'))).toEqual([]);
  });

  it('names the kinds of meetings, of absences and of findings in the vocabulary alone', () => {
    const terms = /['"`](?:thường kỳ|chuyên đề|kết hợp|nghỉ phép|nghỉ ốm|nghỉ thai sản|cách làm hay)['"`]/giu;
    expect(places(terms, /^src\/kernel\/vocabulary\.ts$/)).toEqual([]);
  });
});

describe('figures', () => {
  it('stand before their sign of per cent without a blank', () => {
    expect(places(/[\d}][ \u00a0]%(?!\w)/g)).toEqual([]);
  });

  it('and days and lengths are written by the formatters alone', () => {
    expect(places(/split\('-'\)\s*\.reverse\(\)/g)).toEqual([]);
    // Cells are read as the spreadsheet shows them.
    expect(places(/replace\('\.', ','\)/g, /^src\/platform\/xlsx\/number-format\.ts$/)).toEqual([]);
    expect(places(/\$\{[^}]*[mM]inutes[^}]*\} (?:phút|minutes?|min)\b/gu)).toEqual([]);
    expect(places(/\{\{(?:minutes|day|date)\}\}/g)).toEqual([]);
    expect(
      places(
        /Intl\.(?:NumberFormat|DateTimeFormat)\(/g,
        /^src\/(?:kernel\/(?:format|plain-format|zone)\.ts$|solver\/)/,
      ),
    ).toEqual([]);
  });
});
