import { catalogues } from '../../../src/app/texts.ts';
import type { Locale } from '../../../src/kernel/actor.ts';
import { month } from '../../../src/kernel/month.ts';
import { Assets } from '../../../src/platform/http/assets.ts';
import { navigation } from '../../../src/pages/navigation.ts';
import { tones } from '../../../src/pages/tones.ts';
import type { PageContext } from '../../../src/platform/views/page-context.ts';
import { Views } from '../../../src/platform/views/views.ts';
import { amendPages } from './amend-pages.ts';
import { outsidePages } from './outside-pages.ts';
import { replanPages } from './replan-pages.ts';
import { repairsPages } from './repairs-pages.ts';
import { briefingPages } from './briefing-pages.ts';
import { absencePages } from './absence-pages.ts';
import { calendarPages } from './calendar-pages.ts';
import { contactPages } from './contact-pages.ts';
import { movedMeetingsPages } from './moved-meetings-pages.ts';
import { dutyPages } from './duty-pages.ts';
import { deskPages } from './desk-pages.ts';
import { registerPages } from './register-pages.ts';
import { thingPages } from './thing-pages.ts';
import { servicePages } from './service-pages.ts';
import { signInPages } from './sign-in-pages.ts';
import { exportPages } from './export-pages.ts';
import type { GalleryPage } from './gallery-page.ts';
import { directoryPages } from './directory-pages.ts';
import { calibrationPages } from './calibration-pages.ts';
import { formsPages } from './forms-pages.ts';
import { importPages } from './import-pages.ts';
import { meetingPages } from './meeting-pages.ts';
import { officePages } from './office-pages.ts';
import { peoplePages } from './people-pages.ts';
import { planningPages } from './planning-pages.ts';
import { publishPages } from './publish-pages.ts';
import { planReviewPages } from './plan-review-pages.ts';
import { policyPages } from './policy-pages.ts';
import { rubricPages } from './rubric-pages.ts';
import { templatePages } from './template-pages.ts';
import { setupPages } from './setup-pages.ts';
import { swapPages } from './swap-pages.ts';
import { variantPages } from './variant-pages.ts';
import { visitPages } from './visit-pages.ts';

export const galleryPages: readonly GalleryPage[] = [
  ...signInPages,
  ...planningPages,
  ...publishPages,
  ...planReviewPages,
  ...meetingPages,
  ...peoplePages,
  ...dutyPages,
  ...deskPages,
  ...amendPages,
  ...outsidePages,
  ...exportPages,
  ...repairsPages,
  ...replanPages,
  ...variantPages,
  ...calendarPages,
  ...contactPages,
  ...movedMeetingsPages,
  ...visitPages(catalogues),
  ...swapPages,
  ...formsPages,
  ...calibrationPages,
  ...directoryPages,
  ...absencePages,
  ...importPages,
  ...setupPages,
  ...officePages,
  ...thingPages,
  ...registerPages(catalogues),
  ...briefingPages(catalogues),
  ...policyPages(catalogues),
  ...rubricPages(catalogues),
  ...templatePages(catalogues),
  ...servicePages,
];

const NAMES = {
  board: 'Lê Thị Bích Ngọc',
  specialist: 'Trần Quốc Dũng',
  leader: 'Phạm Văn Hòa',
  branch: 'Đỗ Thu Hà',
  front: 'Vũ Đình Khôi',
  admin: 'Ngô Mai Quyên',
} as const;

/** The context in which a page is opened. */
export function contextOf(page: GalleryPage, locale: Locale): PageContext {
  return {
    locale,
    catalogue: catalogues[locale],
    committee: page.role && { name: 'Quận ủy Quận 4', isSample: true },
    clock: { officeNow: new Date('2020-11-20T07:05:00Z'), moved: true },
    user: page.role && {
      name: NAMES[page.role],
      roles: page.role === 'board' ? ['board', 'specialist', 'admin'] : [page.role],
      activeRole: page.role,
    },
    nav: page.role
      ? navigation({
          role: page.role,
          month: month('2020-12'),
          path: page.path,
          hasMailbox: page.role === 'board',
          waiting: { forms: 5, visits: 2 },
        })
      : [],
    actingFor: page.actingFor ?? [],
    csrfToken: 'gallery-token',
    path: page.path,
    flash: page.flash ?? [],
    zone: 'Asia/Ho_Chi_Minh',
  };
}

/** Renders a page of the gallery in a language, or only a part of it. */
export function openGallery(assets = new Assets()): (page: GalleryPage, locale: Locale, partial?: string) => string {
  const views = new Views({ assets, tones });
  return (page, locale, partial) =>
    partial === undefined
      ? views.render(page.template, page.model, contextOf(page, locale))
      : views.renderPart(partial, page.model, contextOf(page, locale));
}
