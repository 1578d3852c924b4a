import { defineMessages } from '../../platform/i18n/messages.ts';

/** Texts about how severe those who fill in forms are. */
export const calibrationMessages = defineMessages(
  {
    'calibration.title': 'So sánh độ chặt',
    'calibration.lead': 'Người dự chấm chặt hay rộng, và điểm của các chi bộ có so sánh được với nhau không.',
    'calibration.advisory':
      'Chỉ để tham khảo, đặt cạnh điểm chính thức. Không điểm, xếp loại nào thay đổi vì trang này.',
    'calibration.make': 'Tính lại',
    'calibration.first': 'So sánh',
    'calibration.asked': 'Đang tính. Trang này cho biết khi nào xong.',
    'calibration.running': 'Đang so sánh độ chặt của những người dự',
    'calibration.failed':
      'Lần tính trước gặp lỗi nên không có kết quả. Hãy tính lại; nếu vẫn lỗi, báo cho quản trị viên.',
    'calibration.none': 'Chưa so sánh lần nào',
    'calibration.none_text': 'Khi có phiếu đã duyệt, bấm So sánh: máy tính độ chặt của từng người dự từ các phiếu đó.',
    'calibration.not_for_leaders': 'Không có kết quả để xem',
    'calibration.not_for_leaders_text':
      'Chưa so sánh lần nào, hoặc cấp ủy đã chọn không đưa phần này tới lãnh đạo (Chính sách, phần Báo cáo).',
    'calibration.rests': (p: { forms: number; observers: number; branches: number }) =>
      `${p.forms} phiếu đã duyệt, ${p.observers} người dự, ${p.branches} chi bộ`,
    'calibration.months': (p: { first: string; last: string }) => `phiếu từ tháng ${p.first} đến tháng ${p.last}`,
    'calibration.at': (p: { at: string }) => `tính lúc ${p.at}`,
    'calibration.outdated': (p: { forms: number }) =>
      `Kết quả này chưa tính các phiếu vừa duyệt hoặc vừa mở lại: nay có ${p.forms} phiếu. Hãy tính lại.`,
    'calibration.verdict': 'Kết luận',
    'calibration.islands': 'Các nhóm không có chi bộ chung',
    'calibration.islands_note': 'Giữa hai nhóm, không phiếu nào cho biết ai chấm chặt hơn.',
    'calibration.island': (p: { number: number; branches: number; forms: number }) =>
      `Nhóm ${p.number} · ${p.branches} chi bộ, ${p.forms} phiếu`,
    'calibration.severities': 'Độ chặt của từng người dự',
    'calibration.severities_note':
      'Trên 0: cho thấp hơn người dự trung bình chừng ấy điểm. Trong 100 khoảng như thế, khoảng 95 có giá trị thật; khoảng đi qua 0 thì chưa nói được là chặt hay rộng.',
    'calibration.deviations': (p: { observer: string; branch: string; chance: string }) =>
      `Điểm chênh lệch (độ lệch chuẩn): giữa người dự ${p.observer}, giữa chi bộ ${p.branch}, còn lại ${p.chance} điểm.`,
    'calibration.chart': 'Độ chặt và khoảng 95%',
    'calibration.observer': 'Người dự',
    'calibration.points': 'điểm',
    'calibration.severity': 'Độ chặt',
    'calibration.from': 'từ',
    'calibration.to': 'đến',
    'calibration.interval': 'Khoảng 95%',
    'calibration.forms': 'Phiếu',
    'calibration.notes': 'Điều đáng chú ý',
    'calibration.no_notes': 'không có gì khác thường',
    'calibration.details': 'Chi tiết từng người dự',
    'calibration.details_note': 'thay đổi theo tháng, theo loại chi bộ, cách dùng các mức',
    'calibration.drift': 'Mỗi tháng chặt thêm, điểm',
    'calibration.types': 'Theo loại chi bộ, điểm',
    'calibration.infit': 'Khó đoán',
    'calibration.spread': 'Dùng rộng thang',
    'calibration.apart': 'Phân biệt tiêu chí',
    'calibration.details_help':
      'Ba cột cuối bằng 1 là như mọi người. Khó đoán trên 1,5: mức chấm thất thường. Dùng rộng thang thấp: hay chấm ở giữa. Phân biệt tiêu chí thấp: một ấn tượng chung chi phối cả phiếu.',
    'calibration.branches': 'Điểm của chi bộ, bên cạnh điểm chính thức',
    'calibration.branches_note': 'điểm nếu do người dự trung bình chấm, quy về thang 100',
    'calibration.branch': 'Chi bộ',
    'calibration.mean': 'Điểm chính thức, TB',
    'calibration.adjusted': 'Điểm điều chỉnh',
    'calibration.doubles': 'Nên có hai người cùng dự',
    'calibration.doubles_note': 'những lượt giúp biết rõ độ chặt nhất, lượt giúp nhiều nhất đứng trước',
    'calibration.widest': (p: { before: string; after: string }) =>
      `sai số lớn nhất từ ${p.before} còn ${p.after} điểm`,
    'calibration.no_doubles': 'Chưa đủ phiếu để nói lượt nào giúp được.',
    'calibration.hand': (p: { month: string }) => `Đề nghị cho kế hoạch tháng ${p.month}`,
    'calibration.hand_note': (p: { month: string }) =>
      `Khi lập kế hoạch tháng ${p.month}, máy ưu tiên những lượt này sau mọi mục tiêu khác: không chi bộ nào mất người dự và không ai thêm lượt vì chúng. Hai người cùng dự được chỉ khi chính sách cho từ hai người một buổi.`,
    'calibration.handed_already': (p: { count: number; month: string }) =>
      `Tháng ${p.month} đang có ${p.count} đề nghị.`,
    'calibration.take_back': 'Rút đề nghị',
    'calibration.handed': (p: { month: string }) =>
      `Đã đề nghị cho kế hoạch tháng ${p.month}. Bản nháp lập trước đó sẽ báo cần lập lại.`,
    'calibration.taken_back': (p: { month: string }) => `Đã rút đề nghị cho tháng ${p.month}.`,
    'calibration.own': 'Độ chặt của tôi',
    'calibration.own_lead': 'Chỉ bạn và ban chủ trì xem được trang này.',
    'calibration.own_details': 'Chi tiết',
    'calibration.outdated_own': 'Có phiếu được duyệt hoặc mở lại sau lần tính này.',
    'calibration.own_none': 'Chưa có gì để so sánh',
    'calibration.own_none_text': 'Khi phiếu của bạn được duyệt và ban chủ trì so sánh độ chặt, kết quả hiện ở đây.',
    'calibration.own_way.more_severe': (p: { severity: string }) =>
      `Bạn chấm chặt hơn người dự trung bình: ${p.severity} điểm.`,
    'calibration.own_way.more_lenient': (p: { severity: string }) =>
      `Bạn chấm rộng hơn người dự trung bình: ${p.severity} điểm.`,
    'calibration.own_way.unclear': (p: { severity: string }) =>
      `Chưa thấy bạn chấm chặt hay rộng hơn người dự trung bình (${p.severity} điểm).`,
    'calibration.own_rests': (p: { forms: number; interval: string }) =>
      `Theo ${p.forms} phiếu đã duyệt của bạn; khoảng 95%: ${p.interval} điểm.`,
    'calibration.own_cannot': 'Phiếu của mọi người chưa đủ liên hệ để so sánh chắc chắn, nên con số này rất tạm.',
  },
  {
    'calibration.title': 'Comparing observers',
    'calibration.lead': 'How severe those who rate are, and whether the points of branches can be compared.',
    'calibration.advisory':
      'Advisory, beside the official points. No points and no rating change because of this page.',
    'calibration.make': 'Compare again',
    'calibration.first': 'Compare',
    'calibration.asked': 'It is being computed. This page shows when it is done.',
    'calibration.running': 'Comparing the observers',
    'calibration.failed': 'The last comparison failed. Try again, and tell an administrator if it fails again.',
    'calibration.none': 'Never compared yet',
    'calibration.none_text': 'Once forms are accepted, press Compare: the severity of each observer follows from them.',
    'calibration.not_for_leaders': 'Nothing to see',
    'calibration.not_for_leaders_text':
      'Observers were never compared, or the committee has decided that leaders do not see it (Policy, Briefing).',
    'calibration.rests': (p) => `${p.forms} accepted forms, ${p.observers} observers, ${p.branches} branches`,
    'calibration.months': (p) => `forms from ${p.first} to ${p.last}`,
    'calibration.at': (p) => `computed on ${p.at}`,
    'calibration.outdated': (p) =>
      `Forms were accepted or opened again since; there are ${p.forms} now. Compare again to count them.`,
    'calibration.verdict': 'Verdict',
    'calibration.islands': 'Groups without a branch in common',
    'calibration.islands_note': 'Between two groups no form tells who is the more severe.',
    'calibration.island': (p) => `Group ${p.number} · ${p.branches} branches, ${p.forms} forms`,
    'calibration.severities': 'Severity of each observer',
    'calibration.severities_note':
      'Above 0: gives so many points less than the average observer. Of 100 such intervals about 95 hold the true value; one that crosses 0 says neither severe nor lenient.',
    'calibration.deviations': (p) =>
      `Points differ (standard deviation) between observers by ${p.observer}, between branches by ${p.branch}, otherwise by ${p.chance}.`,
    'calibration.chart': 'Severity with its 95% interval',
    'calibration.observer': 'Observer',
    'calibration.points': 'points',
    'calibration.severity': 'Severity',
    'calibration.from': 'from',
    'calibration.to': 'to',
    'calibration.interval': '95% interval',
    'calibration.forms': 'Forms',
    'calibration.notes': 'Worth a look',
    'calibration.no_notes': 'nothing unusual',
    'calibration.details': 'Details of each observer',
    'calibration.details_note': 'change over months, by type of branch, use of the levels',
    'calibration.drift': 'More severe each month, points',
    'calibration.types': 'By type of branch, points',
    'calibration.infit': 'Hard to predict',
    'calibration.spread': 'Use of the scale',
    'calibration.apart': 'Tells criteria apart',
    'calibration.details_help':
      'In the last three columns 1 is as everybody else. Hard to predict above 1.5: erratic levels. Low use of the scale: keeps to the middle. Low apart: one impression colours the whole form.',
    'calibration.branches': 'Points of branches, beside the official ones',
    'calibration.branches_note': 'as an average observer would give them, on a scale of 100',
    'calibration.branch': 'Branch',
    'calibration.mean': 'Official points, mean',
    'calibration.adjusted': 'Adjusted',
    'calibration.doubles': 'Two observers should go',
    'calibration.doubles_note': 'what would tell most about severities, the most helpful first',
    'calibration.widest': (p) => `the largest error falls from ${p.before} to ${p.after} points`,
    'calibration.no_doubles': 'There are too few forms to say which visits would help.',
    'calibration.hand': (p) => `Ask for it in ${p.month}`,
    'calibration.hand_note': (p) =>
      `When ${p.month} is planned these visits are preferred after all other goals: no branch loses an observer, and nobody gets more visits for them. Two people go together only where the policy allows two at a meeting.`,
    'calibration.handed_already': (p) => `${p.count} are asked of ${p.month}.`,
    'calibration.take_back': 'Take back',
    'calibration.handed': (p) =>
      `Asked of the plan of ${p.month}. A draft from before says that it has to be planned again.`,
    'calibration.taken_back': (p) => `Nothing is asked of ${p.month} any more.`,
    'calibration.own': 'My severity',
    'calibration.own_lead': 'Only you and the board see this page.',
    'calibration.own_details': 'Details',
    'calibration.outdated_own': 'Forms were accepted or opened again since this was computed.',
    'calibration.own_none': 'Nothing to compare yet',
    'calibration.own_none_text': 'Once your forms are accepted and the board compares observers, the result is here.',
    'calibration.own_way.more_severe': (p) => `You rate more severely than the average observer: ${p.severity} points.`,
    'calibration.own_way.more_lenient': (p) =>
      `You rate more leniently than the average observer: ${p.severity} points.`,
    'calibration.own_way.unclear': (p) =>
      `Nothing shows that you are more severe or more lenient than the average observer (${p.severity} points).`,
    'calibration.own_rests': (p) => `By your ${p.forms} accepted forms; 95% interval: ${p.interval} points.`,
    'calibration.own_cannot': 'The forms of all observers hang together too little to be sure, so this is provisional.',
  },
);
