import { defineMessages } from '../../platform/i18n/messages.ts';

/** What the charts of replays are called. */
export const replayMessages = defineMessages(
  {
    'replay.axis': 'Tháng',
    'replay.unit.visits': 'lượt',
    'replay.chart.cycle': 'Chi bộ còn trong hạn',
    'replay.chart.coverage': 'Giá trị không được dự',
    'replay.chart.spread': 'Độ lệch số lượt so với phần',
    'replay.chart.distance': 'Quãng đường đi và về',
  },
  {
    'replay.axis': 'Month',
    'replay.unit.visits': 'visits',
    'replay.chart.cycle': 'Branches seen within the cycle',
    'replay.chart.coverage': 'Coverage value lost',
    'replay.chart.spread': 'Spread of loads around targets',
    'replay.chart.distance': 'Distance there and back',
  },
);
