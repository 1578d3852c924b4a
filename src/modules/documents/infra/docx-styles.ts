import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx';
import type { DocumentLayout } from '../domain/document-layout.ts';

export const STYLE = {
  body: 'BodyText',
  centred: 'Centred',
  abstract: 'Abstract',
  annex: 'AnnexTitle',
  table: 'TableText',
  recipients: 'Recipients',
  foot: 'DocumentFoot',
} as const;

/** Part of every Word; Tinos, which the PDF uses, has the same metrics. */
const FONT = 'Times New Roman';

/** In half points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** In twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

export function twipsOfMm(mm: number): number {
  return Math.round((mm / 25.4) * 1440);
}

export function documentStyles(layout: DocumentLayout): IStylesOptions {
  const { sizes } = layout;
  const exact = (points: number): { line: number; lineRule: typeof LineRuleType.EXACT } => ({
    line: twips(points),
    lineRule: LineRuleType.EXACT,
  });
  const gap = twips(layout.paragraphGap);
  const indent = { firstLine: twipsOfMm(layout.indentMm) };
  const heading = (
    bold: boolean,
    italics: boolean,
  ): NonNullable<NonNullable<IStylesOptions['default']>['heading1']> => ({
    run: { font: FONT, size: halfPoints(sizes.body), bold, italics, color: '000000' },
    paragraph: {
      alignment: AlignmentType.BOTH,
      keepNext: true,
      indent,
      spacing: { ...exact(layout.line), before: 0, after: gap },
    },
  });
  const style = (id: string, name: string): { id: string; name: string; basedOn: string; quickFormat: boolean } => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: halfPoints(sizes.body), language: { value: 'vi-VN' } },
        paragraph: { spacing: { ...exact(layout.line), before: 0, after: 0 } },
      },
      title: {
        run: { font: FONT, size: halfPoints(sizes.typeName), bold: true, color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exact(layout.line + 2), before: 0, after: 0 } },
      },
      heading1: heading(true, false),
      heading2: heading(true, false),
      heading3: heading(false, true),
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      {
        ...style(STYLE.body, 'Body Text'),
        paragraph: { alignment: AlignmentType.BOTH, indent, spacing: { ...exact(layout.line), before: 0, after: gap } },
      },
      { ...style(STYLE.centred, 'Centred'), paragraph: { alignment: AlignmentType.CENTER } },
      {
        ...style(STYLE.abstract, 'Abstract'),
        run: { size: halfPoints(sizes.abstract), bold: true },
        paragraph: { alignment: AlignmentType.CENTER },
      },
      {
        ...style(STYLE.annex, 'Annex Title'),
        run: { bold: true },
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true, outlineLevel: 0 },
      },
      {
        ...style(STYLE.table, 'Table Text'),
        run: { size: halfPoints(sizes.table) },
        paragraph: { spacing: { ...exact(layout.tableLine), before: 30, after: 30 } },
      },
      {
        ...style(STYLE.recipients, 'Recipients'),
        run: { size: halfPoints(sizes.recipients) },
        paragraph: { spacing: exact(layout.tableLine) },
      },
      {
        ...style(STYLE.foot, 'Document Foot'),
        run: { size: halfPoints(sizes.foot), color: '595959' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: exact(sizes.foot + 2) },
      },
    ],
  };
}
