/** An element with its attributes, those without a value left out, and its content. */
export function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | null>>,
  ...content: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(attribute, value);
  }
  element.append(...content.filter((each) => each !== null));
  return element;
}

/** As the partial `icon` draws it. */
export function icon(name: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  for (const [attribute, value] of Object.entries(LOOK)) svg.setAttribute(attribute, value);
  use.setAttribute('href', `${new URL('../../icons.svg', import.meta.url).pathname}#${name}`);
  svg.append(use);
  return svg;
}

/** What of a part can be seen: which tags, attributes and words, and not how its lines are broken or what is unfolded. */
export function shapeOf(node: Node): string {
  if (!(node instanceof Element)) return (node.textContent ?? '').replace(/[ \n]+/g, ' ').trim();
  const attributes = [...node.attributes]
    .filter(({ name }) => name !== 'open')
    .map((each) => `${each.name}=${each.value}`);
  const content = [...node.childNodes].map(shapeOf).filter((shape) => shape !== '');
  return `<${node.localName} ${attributes.sort().join(' ')}>${content.join('|')}</>`;
}

const SVG = 'http://www.w3.org/2000/svg';
const LOOK = { class: 'icon', width: '16', height: '16', 'aria-hidden': 'true', focusable: 'false' };
