import { defineMessages } from '../i18n/messages.ts';

export const chartMessages = defineMessages(
  { 'charts.table': 'Các con số', 'charts.month': 'Tháng' },
  { 'charts.table': 'The figures', 'charts.month': 'Month' },
);
