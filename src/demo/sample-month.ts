import { join } from 'node:path';
import type { Role } from '../kernel/actor.ts';
import { day, instantOf, month } from '../kernel/month.ts';
import { projectRoot } from '../platform/project-root.ts';

/** The month that the demo plays, on its own clock. */
export const MONTH = month('2020-12');
export const ZONE = 'Asia/Ho_Chi_Minh';
export const WORKBOOK = join(projectRoot, 'templates/sample/quan-4-2020-12.xlsx');

export const COMMITTEE = { code: 'quan-4-mau', name: 'Quận ủy Quận 4' };

/** The office's time at which each step happens. */
export const AT = {
  start: instantOf(day('2020-11-20'), '08:00', ZONE),
  calendar: instantOf(day('2020-11-20'), '09:30', ZONE),
  plan: instantOf(day('2020-11-23'), '08:30', ZONE),
  publish: instantOf(day('2020-11-25'), '08:00', ZONE),
  answers: instantOf(day('2020-11-26'), '08:00', ZONE),
  review: instantOf(day('2020-12-21'), '08:00', ZONE),
  briefing: instantOf(day('2020-12-28'), '08:00', ZONE),
} as const;

/** People of the sample who are not specialists; mail to their addresses reaches nobody. */
export const OFFICE: readonly { readonly role: Role; readonly name: string; readonly email: string }[] = [
  { role: 'board', name: 'Ban Tổ chức (mẫu)', email: 'ban-to-chuc@mau.example' },
  { role: 'leader', name: 'Thường trực (mẫu)', email: 'thuong-truc@mau.example' },
  { role: 'admin', name: 'Quản trị (mẫu)', email: 'quan-tri@mau.example' },
];
