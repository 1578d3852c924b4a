import { capitals, cleanLine, cleanText } from './clean-text.ts';
import { ComposeBlocks } from './compose-blocks.ts';
import type { ComposedBlock, ComposedDocument, ComposedRun } from './composed-document.ts';
import { CURRENT_LAYOUT, LAYOUTS } from './document-layout.ts';
import { BLANK, dateInFigures, numberAndSymbol, placeAndDate, roman } from './office-numbering.ts';
import type { Annex, OfficialDocument } from './official-document.ts';

/** @throws Error for a link to a missing row, two rows with one anchor, or a link that is not http(s). */
export function composeDocument(document: OfficialDocument): ComposedDocument {
  const { head, signature, recipients, marks } = document;
  const layout = LAYOUTS[document.layout ?? CURRENT_LAYOUT];
  const blocks = new ComposeBlocks();
  const annexes = document.annexes ?? [];
  const composed: ComposedDocument = {
    layout,
    title: `${cleanLine(document.typeName)} ${cleanLine(document.abstract)}`,
    author: cleanLine(head.issuer),
    date: dateOf(head.date),
    head: {
      superior: capitals(head.superior),
      issuer: capitals(head.issuer),
      number: numberOf(document, 'Số '),
      motto: layout.motto,
      placeAndDate: placeAndDate(cleanLine(head.place), head.date),
    },
    draft: marks?.draft === true ? 'DỰ THẢO' : null,
    typeName: capitals(document.typeName),
    abstract: cleanText(document.abstract).trim(),
    rule: '-----',
    addressees: document.addressees?.length
      ? { label: 'Kính gửi:', names: document.addressees.map((name) => cleanLine(name)) }
      : null,
    blocks: ended(blocks.compose(document.body)),
    signature: {
      authority: signature.authority === undefined ? null : capitals(signature.authority),
      position: capitals(signature.position),
      name: cleanLine(signature.name),
    },
    recipients: {
      label: 'Nơi nhận:',
      lines: [...recipients.to.map((to) => `- ${cleanLine(to)},`), `- Lưu ${cleanLine(recipients.archive)}.`],
    },
    annexes: annexes.map((annex, index) => ({
      label: annexLabel(annexes, index),
      title: cleanText(annex.title).trim().toLocaleUpperCase('vi'),
      note: annexNote(document),
      landscape: annex.landscape === true,
      blocks: blocks.compose(annex.blocks),
    })),
    foot: marks?.foot === undefined ? null : cleanLine(marks.foot),
  };
  blocks.checkAnchors();
  return composed;
}

/** How an annex is referred to: "Phụ lục II". */
export function annexLabel(annexes: readonly Annex[], index: number): string {
  return annexes.length === 1 ? 'Phụ lục' : `Phụ lục ${roman(index + 1)}`;
}

/** With the word before it; null where it has no place for a number. */
function numberOf({ head: { number } }: OfficialDocument, before: string): string | null {
  if (number.kind === 'none') return null;
  const symbolText = cleanLine(number.symbol);
  return `${before}${number.kind === 'numbered' ? numberAndSymbol(number.number, symbolText) : `${BLANK}-${symbolText}`}`;
}

function dateOf(date: string): ComposedDocument['date'] {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? 1, month: month ?? 1, day: day ?? 1 };
}

function annexNote(document: OfficialDocument): string {
  const { head } = document;
  const day = dateInFigures(head.date);
  return `(kèm theo ${cleanLine(document.typeName)}${numberOf(document, ' số ') ?? ''}, ngày ${day} của ${cleanLine(head.issuer)})`;
}

/** The text of an official document must end with a full stop. */
function ended(blocks: readonly ComposedBlock[]): readonly ComposedBlock[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'paragraph') return blocks;
  const run = last.runs.at(-1);
  if (run === undefined || /[.!?…]\s*$/u.test(run.text)) return blocks;
  const stopped: ComposedRun = { ...run, text: `${run.text.replace(/[\s,;:]+$/u, '')}.` };
  return [...blocks.slice(0, -1), { ...last, runs: [...last.runs.slice(0, -1), stopped] }];
}
