/** A form as the page has it, ready to be sent again. */
export function formOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const decode = (text: string) =>
    text.replaceAll('&#x3D;', '=').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
  const main = html.slice(html.indexOf('<main'));
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const [, name] = /name="([^"]+)"/.exec(tag) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? [];
    if (name === undefined || name === '_csrf' || name.startsWith('answers')) continue;
    if (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag)) continue;
    const key = decode(name);
    fields[key] = fields[key] === undefined ? decode(value) : `${fields[key]}; ${decode(value)}`;
  }
  for (const [, name = '', options = ''] of main.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([^]*?)<\/select>/g)) {
    const [, value = ''] = /<option value="([^"]*)" selected/.exec(options) ?? [];
    fields[decode(name)] = decode(value);
  }
  return fields;
}
