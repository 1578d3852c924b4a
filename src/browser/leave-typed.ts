import { readerOf, typedIn } from './typed-fields.ts';
import { formsOf, type TypedForms } from './typed-forms.ts';

const typed = Object.fromEntries([...formsOf(document)].map(([key, form]) => [key, typedIn(form)]));
sessionStorage.setItem('typed', JSON.stringify({ by: readerOf(document), typed } satisfies TypedForms));
