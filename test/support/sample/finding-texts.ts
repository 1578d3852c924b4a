import type { SampleBranch } from './branches.ts';
import type { Field } from './dictionaries.ts';
import type { Group } from './units.ts';

/** For whom a text can be true. */
type Audience =
  | 'street'
  | 'quarter'
  | 'office'
  | 'school'
  | 'enterprise'
  | 'force'
  | 'shift'
  /** Branches with a committee, and those with a vacant seat on it. */
  | 'committee'
  | 'vacancy'
  /** Meetings at which fewer than a third, or more than half of those present spoke. */
  | 'quiet'
  | 'lively';
export type Text = string | readonly [Audience, string];

/** `{hẻm}` and `{đường}` are filled with places of the ward, `{vài}` and `{phút}` with numbers. */
export type Texts = Readonly<Partial<Record<Field, readonly Text[]>>>;

export const SHORTCOMINGS: Texts = {
  XDD: [
    'Kiểm điểm nghị quyết tháng trước còn lướt qua, không nêu việc chưa làm được.',
    ['quiet', 'Số đảng viên phát biểu chưa tới một phần ba số có mặt.'],
    'Nghị quyết thông qua nhưng chưa biểu quyết từng nội dung.',
    'Bắt đầu muộn {phút} phút do chờ đảng viên đến đủ.',
    'Chưa phân công đảng viên theo dõi, giúp đỡ đảng viên dự bị.',
    'Biên bản họp chưa có chữ ký của chủ trì và thư ký.',
    'Chủ đề sinh hoạt trùng với tháng trước, chưa sát nhiệm vụ của đơn vị.',
    ['committee', 'Phân công nhiệm vụ giữa các chi ủy viên chưa rõ, việc dồn vào bí thư.'],
    ['quiet', 'Ít đảng viên phát biểu, ý kiến chủ yếu tập trung ở chi ủy.'],
    'Dự thảo nghị quyết tháng còn chung chung, chưa phân công người phụ trách và thời hạn hoàn thành.',
    'Phần chuyên đề chuẩn bị sơ sài, chủ yếu đọc lại tài liệu.',
    'Sổ nghị quyết ghi chưa đầy đủ ý kiến phát biểu và kết luận của chủ trì.',
    ['committee', 'Chi ủy không họp trước nên nội dung đưa ra chi bộ chưa thống nhất.'],
    'Buổi sinh hoạt kết thúc sớm khoảng {phút} phút so với thời gian quy định.',
    ['shift', 'Đảng viên trẻ vắng nhiều do đi làm ca, chi bộ chưa bố trí giờ họp phù hợp.'],
    'Chưa tạo được nguồn phát triển đảng viên trong {vài} tháng qua.',
    'Tài liệu chưa gửi trước cho đảng viên, nhiều đồng chí đến họp mới nhận.',
    'Phần thảo luận còn lệch về việc hành chính, ít bàn công tác xây dựng Đảng.',
    ['vacancy', 'Khuyết chi ủy viên đã lâu nhưng chưa có phương án kiện toàn.'],
    'Chủ trì trình bày dài, chưa gợi mở để đảng viên thảo luận.',
  ],
  KTGS: [
    'Kế hoạch kiểm tra có nhưng chưa ghi rõ thời gian và đối tượng.',
    'Chưa đưa việc thực hiện những điều đảng viên không được làm vào kiểm điểm quý.',
    'Sau kiểm tra chưa có thông báo kết quả đến đảng viên.',
    'Chưa có kế hoạch kiểm tra, giám sát của chi bộ trong năm.',
    'Tự phê bình và phê bình còn nể nang, ngại va chạm.',
    'Còn {vài} đảng viên chưa nộp bản đăng ký nêu gương.',
    'Chưa báo cáo kết quả khắc phục các hạn chế đã nêu ở lần dự trước.',
    'Việc đóng đảng phí của một số đảng viên còn chậm.',
    'Chưa nhắc nhở đảng viên vắng không có lý do.',
  ],
  DV: [
    ['quarter', 'Việc nắm tình hình nhân dân chủ yếu qua báo cáo của tổ dân phố, ít tiếp xúc trực tiếp.'],
    ['street', 'Chưa phân công đảng viên phụ trách hộ ở các hẻm {hẻm} và lân cận.'],
    ['quarter', 'Tỷ lệ hộ dân dự họp tổ dân phố còn thấp nhưng chi bộ chưa bàn cách khắc phục.'],
    ['street', 'Chưa thông báo lại cho người dân kết quả giải quyết kiến nghị tháng trước.'],
    ['office', 'Việc tiếp dân, ghi nhận góp ý tại đơn vị làm chưa thường xuyên.'],
  ],
  TG: [
    'Chưa có đảng viên được giao theo dõi dư luận trong đơn vị.',
    'Phần thời sự kéo dài {phút} phút, lấn thời gian thảo luận.',
    'Phần thông tin thời sự đọc lại báo, chưa gắn với tình hình địa phương.',
    'Chưa định hướng kịp thời các ý kiến trên mạng xã hội liên quan đến đơn vị.',
    'Kể chuyện về Bác còn hình thức, chưa liên hệ trách nhiệm của chi bộ.',
    'Chưa triển khai tài liệu học tập chuyên đề năm đến đảng viên vắng mặt.',
  ],
  TTDT: [
    ['street', 'Tình trạng lấn chiếm lòng lề đường để buôn bán trên đường {đường} vẫn tái diễn.'],
    ['street', 'Xe máy đậu tràn lối đi trong hẻm {hẻm}, chi bộ chưa có giải pháp cụ thể.'],
    ['street', 'Hàng rong tụ tập trước cổng trường trên đường {đường} vào giờ tan học.'],
    ['street', 'Biển hiệu, mái che lấn hẻm {hẻm} {đường} chưa được nhắc nhở.'],
    ['street', 'Chưa có đảng viên được phân công theo dõi tuyến đường {đường} không lấn chiếm.'],
  ],
  MT: [
    ['street', 'Còn điểm tập kết rác tự phát ở đầu hẻm {hẻm} {đường}, dù đã ra quân nhiều lần.'],
    ['quarter', 'Một số hộ bỏ rác không đúng giờ, khu phố chưa đạt tiêu chí “sạch, không xả rác”.'],
    ['street', 'Cống thoát nước hẻm {hẻm} bị nghẹt, ngập khi triều cường; đã kiến nghị nhưng chưa bàn tiếp.'],
    ['quarter', 'Việc phân loại rác tại nguồn mới dừng ở vận động, chưa có số liệu theo dõi.'],
    ['street', 'Mảng tường hẻm {hẻm} bị vẽ bậy, dán quảng cáo chưa được xóa.'],
    ['street', 'Bờ kênh đoạn gần đường {đường} còn rác trôi dạt, chưa phân công giữ gìn.'],
  ],
  DDXD: [
    ['street', 'Có trường hợp xây dựng không phép ở hẻm {hẻm} nhưng chi bộ nắm thông tin chậm.'],
    ['street', 'Việc cơi nới ban công lấn hẻm {hẻm} {đường} chưa được nhắc nhở kịp thời.'],
    ['quarter', 'Nhà xuống cấp ven kênh chưa được rà soát, báo cáo lên phường.'],
    ['office', 'Tiến độ giải quyết hồ sơ nhà đất còn chậm nhưng chưa được đưa ra kiểm điểm.'],
  ],
  ANTT: [
    'Phương án phòng cháy, chữa cháy của đơn vị đã lâu chưa diễn tập.',
    ['force', 'Việc nắm địa bàn của một số đồng chí còn nặng về báo cáo giấy.'],
    ['street', 'Thanh thiếu niên tụ tập khuya ở hẻm {hẻm}, việc phối hợp nhắc nhở chưa thường xuyên.'],
    ['street', 'Tờ rơi cho vay nặng lãi dán nhiều trên đường {đường}.'],
    ['street', 'Chưa phân công đảng viên giúp đỡ người sau cai nghiện trên địa bàn.'],
    ['street', 'Hát loa kéo gây ồn sau 22 giờ vẫn bị người dân phản ánh.'],
    ['force', 'Công tác trực chỉ huy cuối tuần có lúc chưa đủ quân số.'],
    ['street', 'Phương tiện chữa cháy tại chỗ ở hẻm {hẻm} đã cũ, chưa được kiểm tra.'],
  ],
  VHXH: [
    ['school', 'Việc phối hợp với phụ huynh về an toàn trường học chưa được bàn trong chi bộ.'],
    'Phong trào đọc sách, thể thao của đơn vị chưa có đảng viên làm nòng cốt.',
    ['quarter', 'Chưa phân công đảng viên giúp đỡ hộ cận nghèo trên địa bàn.'],
    ['street', 'Việc tang, việc cưới có hộ còn dựng rạp chiếm hết lòng hẻm {hẻm}.'],
    ['quarter', 'Theo dõi trẻ em có hoàn cảnh khó khăn chưa sát.'],
    ['office', 'Thái độ phục vụ tại bộ phận tiếp nhận có lúc bị phản ánh, chi bộ chưa kiểm điểm.'],
  ],
  KTE: [
    ['enterprise', 'Chi bộ chưa góp ý vào phương án thưởng cuối năm cho người lao động.'],
    'Việc thực hành tiết kiệm, chống lãng phí chưa có chỉ tiêu cụ thể.',
    ['enterprise', 'Chỉ tiêu sản xuất, kinh doanh chưa được đưa vào nghị quyết tháng.'],
    ['enterprise', 'Chi bộ chưa bàn việc làm, thu nhập của người lao động sau dịch.'],
    ['office', 'Tiến độ giải ngân, thu nợ chậm nhưng chưa rõ trách nhiệm đảng viên phụ trách.'],
    ['enterprise', 'Người đứng đầu đơn vị chưa trực tiếp báo cáo tình hình kinh doanh với chi bộ.'],
  ],
  TN: [
    'Chưa có kế hoạch bồi dưỡng đoàn viên ưu tú trong năm.',
    'Bí thư chi đoàn không được mời dự phần bàn về công tác thanh niên.',
    'Chi đoàn hoạt động cầm chừng, chưa giới thiệu đoàn viên ưu tú cho chi bộ.',
    'Chưa nghe chi đoàn báo cáo và cho ý kiến hằng quý theo quy định.',
    'Đoàn viên trẻ ít được giao việc cụ thể trong nghị quyết của chi bộ.',
  ],
  CNTT: [
    'Chưa lập nhóm trao đổi nội bộ của chi bộ, việc báo họp còn qua điện thoại từng người.',
    'Hồ sơ, nghị quyết lưu rời rạc, khó tra cứu khi kiểm tra.',
    'Trang thông tin của đơn vị lâu không cập nhật hoạt động của chi bộ.',
    'Tài liệu còn phát bằng giấy, chưa gửi trước qua thư điện tử hoặc nhóm trao đổi.',
    ['office', 'Tỷ lệ hồ sơ trực tuyến còn thấp, chi bộ chưa bàn biện pháp nâng lên.'],
    'Dữ liệu đảng viên chưa cập nhật khi có thay đổi nơi ở, nơi làm việc.',
  ],
};

export const STRENGTHS: Texts = {
  XDD: [
    'Nội dung sinh hoạt bám sát hướng dẫn tháng, phân bổ thời gian hợp lý.',
    ['lively', 'Hơn nửa số đảng viên có mặt phát biểu, nhiều ý kiến cụ thể.'],
    'Chuyên đề chuẩn bị tốt, có số liệu và đề xuất của đảng viên được giao.',
    'Biên bản, sổ nghị quyết ghi chép đầy đủ, rõ ràng.',
    'Bắt đầu đúng giờ, đảng viên vắng đều có báo trước.',
    'Đảng viên trẻ được giao chuẩn bị và trình bày một nội dung.',
    'Thực hiện đủ các bước của buổi sinh hoạt, đúng thời gian quy định.',
    ['lively', 'Chi ủy chuẩn bị nội dung kỹ, đảng viên thảo luận sôi nổi.'],
    'Nghị quyết tháng phân công rõ người, rõ việc, rõ thời hạn.',
    'Bí thư điều hành linh hoạt, tổng hợp và kết luận rõ từng vấn đề.',
    ['quarter', 'Đảng viên cao tuổi vẫn dự họp đều và góp ý thẳng thắn.'],
    'Kiểm điểm việc thực hiện nghị quyết tháng trước theo từng nội dung.',
  ],
  KTGS: [
    'Các hạn chế đã nêu ở lần dự trước được khắc phục và báo cáo lại.',
    'Tự phê bình và phê bình thẳng thắn, có địa chỉ.',
    'Đã kiểm tra xong các đảng viên theo kế hoạch quý.',
  ],
  DV: [
    ['quarter', 'Mỗi đảng viên phụ trách một nhóm hộ, nắm chắc tình hình từng hẻm.'],
    ['street', 'Trả lời kiến nghị của người dân ngay trong tháng.'],
  ],
  TG: [
    'Dùng hình ảnh, số liệu ngắn khi thông tin thời sự nên dễ theo dõi.',
    'Thông tin thời sự ngắn gọn, gắn với việc của đơn vị.',
    'Chuyên đề học tập và làm theo Bác có liên hệ cụ thể, thiết thực.',
  ],
  TTDT: [['street', 'Tuyến đường {đường} giữ được thông thoáng sau nhiều tháng ra quân.']],
  MT: [
    ['street', 'Hẻm {hẻm} {đường} giữ được sạch rác, người dân tự trồng cây xanh.'],
    ['quarter', 'Ra quân tổng vệ sinh đều vào sáng thứ Bảy.'],
  ],
  DDXD: [['street', 'Phát hiện và báo sớm một trường hợp xây dựng sai phép ở hẻm {hẻm}.']],
  ANTT: [
    ['force', 'Quân số trực bảo đảm, tác phong, lễ tiết chuyển biến rõ.'],
    ['street', 'Phối hợp tốt với cảnh sát khu vực, trong tháng không xảy ra trộm cắp ở hẻm {hẻm}.'],
  ],
  VHXH: [
    ['school', 'Quan tâm chăm lo học sinh khó khăn, phân công từng đảng viên kèm cặp.'],
    ['quarter', 'Vận động chăm lo đủ cho các hộ khó khăn trong đợt dịch.'],
  ],
  KTE: [['enterprise', 'Giữ được việc làm cho toàn bộ người lao động, hoàn thành chỉ tiêu quý.']],
  TN: [
    'Chi đoàn báo cáo kết quả tháng, chi bộ góp ý cụ thể từng việc.',
    'Giới thiệu được đoàn viên ưu tú học lớp nhận thức về Đảng.',
  ],
  CNTT: [
    'Biểu quyết, lấy ý kiến bằng phiếu điện tử nhanh gọn.',
    'Gửi tài liệu trước ba ngày qua thư điện tử, đảng viên đến họp đã đọc.',
  ],
};

export const GOOD_PRACTICES: Texts = {
  XDD: [
    'Mỗi kỳ họp phân công hai đảng viên chuẩn bị ý kiến phát biểu theo chủ đề.',
    'Tổ chức sinh hoạt chuyên đề tại địa điểm thực tế thay vì tại phòng họp.',
    'Mở đầu buổi họp bằng mười phút đảng viên kể việc làm được trong tháng.',
  ],
  DV: [
    ['quarter', 'Sổ tay “một đảng viên, năm hộ dân” được kiểm tra chéo giữa các tổ.'],
    ['street', 'Hộp thư góp ý đặt ở đầu hẻm {hẻm}, mở vào ngày họp chi bộ.'],
  ],
  MT: [
    ['street', 'Mô hình “Hẻm không rác” ở hẻm {hẻm}: mỗi nhà giữ sạch mười mét trước cửa.'],
    ['street', 'Biến điểm rác đầu hẻm {hẻm} thành bồn hoa do các hộ chăm sóc.'],
  ],
  TTDT: [['street', 'Vạch sơn phân khu vực để xe và lối đi ở hẻm {hẻm} do các hộ tự thỏa thuận.']],
  ANTT: [
    ['quarter', 'Mời cảnh sát khu vực và chi đoàn dự phần bàn về an ninh trật tự.'],
    ['quarter', 'Nhóm tin nhắn “Hẻm an toàn” báo cháy, báo trộm trong năm phút.'],
  ],
  TN: [['quarter', 'Giao chi đoàn phụ trách bản tin của chi bộ và hướng dẫn người cao tuổi nộp hồ sơ trực tuyến.']],
  CNTT: ['Lập biểu theo dõi việc thực hiện nghị quyết, cập nhật hằng tuần cho toàn chi bộ.'],
  VHXH: [['street', 'Tủ sách và góc học tập cho trẻ em hẻm {hẻm} do đảng viên hưu trí trông coi.']],
  KTE: [['enterprise', 'Sinh hoạt chi bộ gắn với giao ban sản xuất, mỗi đảng viên nhận một cải tiến.']],
};

export const REFLECTIONS: Texts = {
  MT: [
    ['street', 'Người dân kiến nghị nạo vét cống hẻm {hẻm} {đường} trước mùa triều cường.'],
    ['street', 'Người dân phản ánh mùi hôi ở điểm trung chuyển rác gần đường {đường}.'],
  ],
  TTDT: [
    ['street', 'Người dân phản ánh quán ăn trên đường {đường} chiếm hết vỉa hè buổi tối.'],
    ['street', 'Kiến nghị lắp thêm đèn chiếu sáng ở hẻm {hẻm}.'],
  ],
  DDXD: [
    ['street', 'Người dân hỏi về thời gian bồi thường, giải tỏa khu nhà ven kênh gần đường {đường}.'],
    ['street', 'Kiến nghị nâng cấp mặt hẻm {hẻm} đang xuống cấp.'],
  ],
  ANTT: [
    ['street', 'Người dân phản ánh loa kéo gây ồn ở hẻm {hẻm} vào cuối tuần.'],
    ['street', 'Kiến nghị tăng tuần tra đêm trên đường {đường}.'],
  ],
  VHXH: [
    ['street', 'Kiến nghị xét thêm hộ khó khăn do dịch ở hẻm {hẻm} vào diện hỗ trợ.'],
    ['school', 'Phụ huynh kiến nghị mở rộng giờ giữ trẻ buổi chiều.'],
  ],
  CNTT: [['office', 'Người lao động kiến nghị được nhận kết quả hồ sơ qua bưu điện.']],
  KTE: [['enterprise', 'Người lao động kiến nghị công khai lịch chi trả phụ cấp.']],
  XDD: ['Đảng viên kiến nghị gửi tài liệu học tập sớm hơn.'],
};

export const RECOMMENDATIONS: Texts = {
  XDD: [
    'Đề nghị cấp ủy cấp trên phân công đảng ủy viên dự và giúp chi bộ chuẩn bị nội dung.',
    ['vacancy', 'Đề nghị kiện toàn chi ủy trong quý tới.'],
  ],
  KTGS: [['committee', 'Đề nghị chi ủy xây dựng lịch kiểm tra từng đảng viên và báo cáo ở kỳ họp sau.']],
  MT: [['street', 'Đề nghị phường phối hợp xóa điểm rác đầu hẻm {hẻm} và gắn camera.']],
  TTDT: [['street', 'Đề nghị phường kẻ vạch, giao khu phố tự quản vỉa hè đường {đường}.']],
  DDXD: [['street', 'Đề nghị phường trả lời bằng văn bản về công trình ở hẻm {hẻm}.']],
  ANTT: [['quarter', 'Đề nghị Công an phường dự họp với chi bộ mỗi quý.']],
  TN: ['Đề nghị giao chi đoàn một công trình thanh niên gắn với nghị quyết chi bộ.'],
  CNTT: ['Đề nghị gửi tài liệu cho đảng viên ít nhất một ngày trước khi họp.'],
  KTE: [['enterprise', 'Đề nghị đưa kết quả kinh doanh hằng tháng vào nội dung sinh hoạt.']],
  DV: [['quarter', 'Đề nghị phân công lại đảng viên phụ trách hộ theo từng hẻm.']],
  TG: ['Đề nghị Ban Tuyên giáo cung cấp đề cương ngắn cho phần thời sự.'],
  VHXH: [['quarter', 'Đề nghị lập danh sách hộ cần giúp và phân công từng đảng viên.']],
};

/** What an observer sometimes adds to a finding. */
export const AFTERWORDS: Readonly<Record<string, readonly string[]>> = {
  'Hạn chế': [
    'Đã nhắc ở lần dự trước.',
    'Bí thư nhận và hứa khắc phục trong tháng tới.',
    'Nguyên nhân chủ yếu là chưa phân công cụ thể.',
    'Cần xem lại ở kỳ họp sau.',
    'Một số đảng viên cũng thẳng thắn nêu việc này.',
    'Chi bộ đã đưa vào nghị quyết tháng này.',
    'Tình trạng này kéo dài đã {vài} tháng.',
  ],
  'Ưu điểm': [
    'Tiến bộ rõ so với lần dự trước.',
    'Đảng viên đồng tình cao.',
    'Nên tiếp tục phát huy.',
    'Các chi bộ khác có thể tham khảo.',
  ],
  'Cách làm hay': ['Đã làm được {vài} tháng.', 'Đề nghị giới thiệu tại hội nghị giao ban.', 'Có thể nhân rộng.'],
  'Phản ánh': [
    'Chi bộ đã ghi nhận và chuyển phường.',
    'Bí thư đã trả lời một phần tại chỗ.',
    'Đã kiến nghị {vài} lần.',
  ],
};

const GROUPS: Readonly<Partial<Record<Audience, readonly Group[]>>> = {
  street: ['quarter', 'ward_office', 'ward_police'],
  quarter: ['quarter'],
  office: ['agency', 'ward_office'],
  school: ['nursery', 'primary'],
  enterprise: ['enterprise'],
  force: ['police', 'ward_police', 'ward_military'],
  shift: ['enterprise', 'health'],
};
const PANDEMIC_FROM = '2020-03';

/** The facts of a meeting that its findings depend on. */
export interface Occasion {
  readonly branch: SampleBranch;
  readonly month: string;
  /** Share of those present who spoke. */
  readonly talk: number;
}

/** The text where it can be true of this meeting, else null. */
export function textFor(text: Text, occasion: Occasion): string | null {
  const [audience, words] = typeof text === 'string' ? [null, text] : text;
  const isTimely = !words.includes('dịch') || occasion.month >= PANDEMIC_FROM;
  return isTimely && isTrue(audience, words, occasion) ? words : null;
}

function isTrue(audience: Audience | null, words: string, { branch, talk }: Occasion): boolean {
  switch (audience) {
    case null:
      return branch.group !== 'quarter' || !words.includes('đơn vị');
    case 'committee':
      return branch.seats > 0;
    case 'vacancy':
      return branch.vacantSeats > 0;
    case 'quiet':
      return talk < 1 / 3;
    case 'lively':
      return talk > 1 / 2;
    default:
      return GROUPS[audience]?.includes(branch.group) ?? false;
  }
}
