export { annexLabel } from './compose-document.ts';
export { CURRENT_LAYOUT, type LayoutId } from './document-layout.ts';
export { Documents } from './documents.ts';
export { DocumentsModule } from './documents.module.ts';
export { documentErrors } from './errors.ts';
export {
  dateInFigures,
  dateInWords,
  documentNumber,
  numberAndSymbol,
  placeAndDate,
  roman,
  symbol,
} from './office-numbering.ts';
export type * from './official-document.ts';
