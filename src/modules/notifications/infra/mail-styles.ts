const TYPE =
  "font-family:'Be Vietnam Pro','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;color:#15252a";
const CELL = `${TYPE};padding:10px 12px;text-align:left;vertical-align:top;border-bottom:1px solid #dde5e7`;

/** Mail programs support only styles on each element, so mails alone use inline styles. */
export const MAIL_STYLES = {
  page: `${TYPE};margin:0;padding:24px 12px;background-color:#f5f7f7`,
  sheet: `${TYPE};max-width:640px;margin:0 auto;padding:28px 24px;background-color:#ffffff;border:1px solid #dde5e7;border-radius:8px`,
  head: 'margin:0 0 20px;padding-bottom:12px;border-bottom:2px solid #0b5c6b;font-size:14px;font-weight:600;color:#0b5c6b',
  foot: 'max-width:640px;margin:16px auto 0;padding:0 24px;font-size:13px;line-height:1.5;color:#4f6168',
  table: 'width:100%;margin:16px 0;border-collapse:collapse;border-top:1px solid #dde5e7',
  headCell: `${CELL};font-size:13px;font-weight:600;color:#4f6168;background-color:#f5f7f7`,
  cell: CELL,
  figureLabel: 'font-size:14px;color:#4f6168',
  figure: 'font-weight:600;font-variant-numeric:tabular-nums',
  strong: 'font-weight:600',
  soft: 'font-size:14px;color:#4f6168',
  quote: 'margin:16px 0;padding:12px 16px;border-left:4px solid #864a00;background-color:#fff1da',
  buttonRow: 'margin:24px 0',
  button:
    'display:inline-block;padding:12px 20px;border-radius:8px;background-color:#0b5c6b;color:#ffffff;font-weight:600;text-decoration:none',
  link: 'color:#0b5c6b',
  strongLink: 'font-weight:600;color:#0b5c6b',
} as const;

export type MailStyle = keyof typeof MAIL_STYLES;
