import { buildServicePage } from '../../../src/pages/service/build-service-page.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const NOW = new Date('2020-11-20T07:05:00Z');

/** The start page of administrators. */
export const servicePages: readonly GalleryPage[] = [
  galleryPage(
    'service',
    'admin',
    '/service',
    buildServicePage({
      now: NOW,
      publicUrl: 'http://localhost:3000',
      zone: 'Asia/Ho_Chi_Minh',
      delivery: {
        leavesHouse: true,
        total: 92,
        sent: 88,
        waiting: 1,
        failed: 3,
        replaced: 0,
        cameBack: 0,
        again: 3,
        hold: null,
        troubles: [],
      },
      lastSent: new Date('2020-11-20T06:58:00Z'),
      jobs: { waiting: 2, dead: 1, since: new Date('2020-11-20T06:40:00Z') },
      database: { version: '18.4', bytes: 48_000_000, pending: 0 },
      disk: { free: 1.2 * 2 ** 30, total: 40 * 2 ** 30 },
      isEmbedded: true,
      yearsMissing: [2021],
      schedules: [
        { name: 'identity.purge', last: new Date('2020-11-19T20:20:00Z'), next: new Date('2020-11-20T20:20:00Z') },
        { name: 'forms.reminders', last: null, next: new Date('2020-11-21T00:30:00Z') },
      ],
      versions: { service: '0.1.0', node: 'v20.20.0' },
    }),
  ),
];
