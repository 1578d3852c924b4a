import { readerOf, typeInto } from './typed-fields.ts';
import { formsOf, type TypedForms } from './typed-forms.ts';

const { by, typed } = JSON.parse(sessionStorage.getItem('typed') ?? '{}') as Partial<TypedForms>;
sessionStorage.removeItem('typed');
if (by === readerOf(document)) for (const [key, form] of formsOf(document)) typeInto(form, typed?.[key] ?? []);
