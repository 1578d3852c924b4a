/** Said of a change that calendars made before do not follow; empty where there are none. */
export const calendarsBehind = {
  vi: (months: string) =>
    months === ''
      ? ''
      : ` Lịch đã lập của tháng ${months} chưa đổi theo: tháng chưa công bố thì mở lịch tháng và bấm “Cập nhật theo lịch chi bộ”; tháng đã công bố giữ nguyên lịch.`,
  en: (months: string) =>
    months === ''
      ? ''
      : ` The calendars of ${months} have not changed: open those of months not yet published and bring them up to date; published ones stay as they are.`,
};
