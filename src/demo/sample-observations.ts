/**
 * What the sample's observers write, by field of work. Made up for the sample; `{hẻm}` is filled with an alley's
 * number. The letters say for which branches a text can be true: q quarter, o office, s school, e enterprise, f armed
 * force; M only where the branch has a committee, P only where it has probationary members. Praise and criticism of the
 * same topic never appear on one form.
 */
export type Topic =
  'resolution' | 'review' | 'discussion' | 'committee' | 'minutes' | 'criticism' | 'news' | 'files' | 'youth';

export interface Noted {
  /** The kinds of branch that it can be true for; empty for all. */
  readonly of: string;
  readonly text: string;
  readonly topic?: Topic;
}

export interface NotedShortcoming extends Noted {
  readonly cause: string | null;
}

export interface NotedReflection extends Noted {
  readonly answered: 'on_the_spot' | 'later';
  readonly authority: string | null;
}

type ByField<T> = Readonly<Record<string, readonly T[]>>;

const noted = (of: string, text: string, topic?: Topic): Noted => ({ of, text, ...(topic && { topic }) });
const lacking = (of: string, text: string, cause: string | null = null, topic?: Topic): NotedShortcoming => ({
  of,
  text,
  cause,
  ...(topic && { topic }),
});
const raised = (of: string, text: string, authority: string): NotedReflection => ({
  of,
  text,
  answered: 'later',
  authority,
});
const answered = (of: string, text: string): NotedReflection => ({
  of,
  text,
  answered: 'on_the_spot',
  authority: null,
});

const WARD = 'Ủy ban nhân dân phường';
const POLICE = 'Công an phường';
const DISTRICT = 'Ủy ban nhân dân quận';

export const SHORTCOMINGS: ByField<NotedShortcoming> = {
  XDD: [
    lacking(
      '',
      'Nghị quyết tháng nêu việc nhưng chưa ghi người phụ trách và thời hạn.',
      'Dự thảo làm gấp trước giờ họp.',
      'resolution',
    ),
    lacking('', 'Nội dung nghị quyết dàn trải, chưa chọn được việc trọng tâm của tháng.', null, 'resolution'),
    lacking(
      '',
      'Kiểm điểm việc tháng trước còn sơ lược, việc chậm chưa được nêu rõ.',
      'Chưa có bảng theo dõi nghị quyết.',
      'review',
    ),
    lacking(
      '',
      'Thảo luận tập trung ở vài đồng chí quen phát biểu.',
      'Chưa giao chuẩn bị ý kiến trước cho đảng viên.',
      'discussion',
    ),
    lacking('', 'Đảng viên nêu ý kiến xong chủ trì chưa trả lời, chưa kết luận từng việc.', null, 'discussion'),
    lacking('M', 'Việc của các chi ủy viên chưa được phân công rõ, phần lớn dồn cho bí thư.', null, 'committee'),
    lacking('', 'Quý này chưa giới thiệu được quần chúng ưu tú học lớp nhận thức về Đảng.', 'Nguồn trẻ tại chi bộ ít.'),
    lacking('', 'Sổ nghị quyết thiếu phần kết luận của chủ trì ở hai nội dung.', 'Thư ký mới nhận việc.', 'minutes'),
    lacking('', 'Chuyên đề của quý chưa chọn sát việc của chi bộ, còn dùng lại đề cương có sẵn.'),
    lacking('P', 'Chưa phân công đảng viên chính thức theo dõi, giúp đỡ đảng viên dự bị.'),
  ],
  KTGS: [
    lacking('', 'Kế hoạch kiểm tra quý IV chưa ghi đối tượng và thời gian.', 'Chờ hướng dẫn nên làm chậm.'),
    lacking('', 'Tự phê bình và phê bình còn dè dặt, chủ yếu nêu ưu điểm.', 'Ngại va chạm với nhau.', 'criticism'),
    lacking('', 'Chưa thông báo kết quả kiểm tra đến toàn thể đảng viên.'),
    lacking('', 'Một số đảng viên đóng đảng phí chậm hai tháng liền.', 'Chưa nhắc sau từng kỳ họp.'),
  ],
  DV: [
    lacking('q', 'Phân công đảng viên phụ trách hộ chưa phủ hết các hẻm mới nhập tổ.', 'Danh sách hộ chưa cập nhật.'),
    lacking(
      'q',
      'Ý kiến người dân tháng trước chưa được trả lời tại tổ dân phố.',
      'Chờ phường trả lời nên không báo lại.',
    ),
    lacking('oe', 'Việc ghi nhận góp ý của người đến liên hệ công việc chưa thành nền nếp.'),
  ],
  TG: [
    lacking('', 'Phần thời sự dài, đọc lại bản tin, chưa gắn với việc của chi bộ.', 'Chưa chọn lọc nội dung.', 'news'),
    lacking('', 'Chưa giao người theo dõi ý kiến trên mạng xã hội liên quan đến địa bàn, đơn vị.'),
    lacking('', 'Chuyên đề học tập và làm theo Bác chưa nêu việc đăng ký của từng đảng viên.'),
  ],
  TTDT: [
    lacking(
      'q',
      'Vỉa hè trước hẻm {hẻm} lại bị chiếm để buôn bán sau giờ chiều.',
      'Chỉ ra quân theo đợt, không giao người giữ.',
    ),
    lacking('q', 'Xe để choán lối đi trong hẻm {hẻm}, chi bộ bàn nhưng chưa có cách làm.', 'Chưa có chỗ gửi xe chung.'),
    lacking('so', 'Giờ đưa đón, giờ cao điểm còn ùn trước cổng, chưa phân công đảng viên điều phối.'),
  ],
  MT: [
    lacking(
      'q',
      'Điểm rác đầu hẻm {hẻm} xóa rồi lại có, người dân vẫn bỏ rác sai giờ.',
      'Chưa có lịch trực và chưa nhắc từng hộ.',
    ),
    lacking(
      'q',
      'Phân loại rác tại nguồn mới dừng ở phát tờ rơi, chưa đếm được số hộ làm.',
      'Chưa giao đảng viên theo dõi.',
    ),
    lacking(
      'q',
      'Miệng cống hẻm {hẻm} bị lấp, trời mưa là ngập; đã nêu ba tháng.',
      'Chi bộ chưa theo đến cùng kiến nghị.',
    ),
    lacking('ose', 'Phong trào đơn vị xanh, sạch chưa có chỉ tiêu cụ thể trong nghị quyết.'),
  ],
  DDXD: [
    lacking('q', 'Nhà ở hẻm {hẻm} cơi nới ban công, chi bộ biết muộn.', 'Tổ dân phố chưa báo kịp thời.'),
    lacking('q', 'Chưa rà soát các nhà xuống cấp ven kênh trước mùa mưa tới.'),
    lacking(
      'o',
      'Hồ sơ nhà đất trễ hẹn có tăng nhưng chưa được kiểm điểm trong chi bộ.',
      'Số liệu đưa ra họp chưa tách từng khâu.',
    ),
  ],
  ANTT: [
    lacking('q', 'Thanh niên tụ tập khuya ở hẻm {hẻm}, việc nhắc nhở chưa đều.', 'Tổ tự quản thiếu người trực đêm.'),
    lacking('q', 'Bình chữa cháy chung ở hẻm {hẻm} hết hạn chưa thay.', 'Chưa rõ nguồn kinh phí.'),
    lacking('f', 'Nắm địa bàn còn dựa nhiều vào báo cáo, ít xuống cơ sở.'),
    lacking('ose', 'Phương án chữa cháy của đơn vị chưa diễn tập trong năm.'),
  ],
  VHXH: [
    lacking('q', 'Chưa giao đảng viên giúp từng hộ khó khăn, mới thống kê chung.', 'Danh sách hộ vừa được duyệt.'),
    lacking('s', 'Việc phối hợp với phụ huynh về an toàn trường học chưa được đưa ra bàn.'),
    lacking('oef', 'Hoạt động văn hóa, thể thao của đơn vị chưa có đảng viên phụ trách.'),
  ],
  KTE: [
    lacking(
      'e',
      'Chỉ tiêu sản xuất, kinh doanh chưa thành nội dung của nghị quyết tháng.',
      'Báo cáo kinh doanh gửi sau giờ họp.',
    ),
    lacking('e', 'Chi bộ chưa bàn phương án thưởng Tết cho người lao động.', 'Chờ số liệu cuối năm.'),
    lacking('of', 'Chưa nêu chỉ tiêu tiết kiệm chi thường xuyên trong quý.'),
  ],
  TN: [
    lacking('', 'Chi đoàn chưa báo cáo với chi bộ trong quý.', 'Bí thư chi đoàn mới thay.'),
    lacking('', 'Chưa giao việc cụ thể cho đảng viên trẻ trong nghị quyết tháng.'),
  ],
  CNTT: [
    lacking(
      '',
      'Tài liệu vẫn phát giấy tại chỗ, nhóm trao đổi của chi bộ ít dùng.',
      'Nhiều đảng viên lớn tuổi chưa quen.',
      'files',
    ),
    lacking('', 'Hồ sơ đảng viên chưa cập nhật sau khi đổi nơi ở, nơi làm việc.'),
    lacking('o', 'Tỷ lệ hồ sơ trực tuyến thấp, chi bộ chưa bàn cách nâng lên.'),
  ],
};

export const STRENGTHS: ByField<Noted> = {
  XDD: [
    noted('', 'Chi bộ thực hiện đủ các bước, chủ trì nêu rõ từng vấn đề cần bàn.'),
    noted('', 'Nghị quyết tháng có biểu phân công: việc, người, ngày xong.', 'resolution'),
    noted('', 'Nghị quyết chọn ba việc trọng tâm, đảng viên biểu quyết từng việc.', 'resolution'),
    noted('', 'Kiểm điểm nghị quyết tháng trước theo từng việc, nêu cả việc chưa đạt.', 'review'),
    noted('M', 'Chi ủy họp trước ba ngày, dự thảo nghị quyết gửi đến từng đảng viên.', 'committee'),
    noted('P', 'Đảng viên dự bị được giao trình bày một nội dung và chuẩn bị kỹ.'),
    noted('', 'Bí thư kết luận ngắn, đúng ý kiến thảo luận, không bỏ sót đề xuất.', 'discussion'),
    noted('', 'Ý kiến phát biểu đi thẳng vào việc, có đề xuất cách làm.', 'discussion'),
    noted('', 'Biên bản ghi rõ từng ý kiến, đọc lại và thông qua ngay cuối buổi.', 'minutes'),
    noted('', 'Không khí cởi mở, đảng viên lớn tuổi và đảng viên trẻ đều góp ý.', 'discussion'),
    noted('', 'Chủ trì phân bổ thời gian hợp lý, phần thảo luận chiếm hơn nửa buổi họp.'),
    noted('', 'Đảng viên đăng ký việc làm thêm trong tháng ngay tại buổi họp.', 'resolution'),
    noted('', 'Việc khó được bàn trước, chi bộ thống nhất cách làm và người làm.', 'resolution'),
    noted('', 'Đảng viên được giao việc tháng trước tự báo cáo kết quả.', 'review'),
    noted('', 'Chuyên đề ngắn, có câu hỏi thảo luận chuẩn bị sẵn.'),
  ],
  KTGS: [
    noted('', 'Góp ý thẳng thắn, nói rõ việc, rõ người, người được góp ý tiếp thu.', 'criticism'),
    noted('', 'Đã xong kế hoạch kiểm tra năm, kết quả được thông báo trong buổi họp.'),
    noted('', 'Hạn chế nêu ở lần dự trước đã được khắc phục và báo cáo lại.'),
  ],
  DV: [
    noted('q', 'Từng đảng viên báo cáo tình hình nhóm hộ mình phụ trách.'),
    noted('q', 'Vận động được các hộ trong hẻm {hẻm} góp công sửa nắp cống.'),
  ],
  TG: [
    noted('', 'Thông tin thời sự trong mười phút, chọn đúng việc đảng viên đang quan tâm.', 'news'),
    noted('', 'Người báo cáo thời sự dùng hình ảnh, số liệu ngắn nên dễ nhớ.', 'news'),
    noted('', 'Liên hệ việc học tập và làm theo Bác bằng việc làm cụ thể trong tháng.'),
  ],
  TTDT: [noted('q', 'Hẻm {hẻm} giữ được thông thoáng, không còn xe để qua đêm ở lối đi.')],
  MT: [
    noted('q', 'Sáng Chủ nhật đều có tổ tự quản quét dọn, hẻm {hẻm} không còn rác.'),
    noted('so', 'Khuôn viên sạch, phân loại rác thành nền nếp, không dùng đồ nhựa một lần khi họp.'),
  ],
  DDXD: [noted('q', 'Báo sớm một trường hợp xây dựng sai phép để phường xử lý ngay.')],
  ANTT: [
    noted('q', 'Cảnh sát khu vực dự và trả lời ngay câu hỏi của đảng viên.'),
    noted('f', 'Quân số dự họp đầy đủ, báo cáo tình hình địa bàn rõ và ngắn.'),
  ],
  VHXH: [
    noted('q', 'Đã thăm và giúp các hộ khó khăn trước đợt cuối năm.'),
    noted('s', 'Phân công đảng viên kèm học sinh yếu, có báo kết quả từng em.'),
  ],
  KTE: [noted('e', 'Báo cáo kinh doanh ngắn gọn, chi bộ góp ý được ba việc cần làm ngay.')],
  TN: [
    noted('', 'Đoàn viên ưu tú được dự phần thảo luận và nêu ý kiến.', 'youth'),
    noted('', 'Chi đoàn báo cáo ngắn, chi bộ góp ý và giao một công trình thanh niên.', 'youth'),
  ],
  CNTT: [noted('', 'Nghị quyết và biên bản lưu theo tháng, tra cứu được ngay tại buổi họp.', 'files')],
};

export const GOOD_PRACTICES: ByField<Noted> = {
  XDD: [
    noted('', 'Mỗi kỳ họp có hai đảng viên chuẩn bị ý kiến “một việc nên làm, một việc nên bỏ”.'),
    noted('', 'Bảng theo dõi nghị quyết treo tại phòng họp, việc xong thì gạch.'),
    noted('', 'Mười lăm phút cuối dành cho đảng viên chưa phát biểu.'),
  ],
  DV: [noted('q', 'Sổ ghi “Dân hỏi, chi bộ trả lời” đọc lại ở đầu mỗi kỳ họp.')],
  MT: [
    noted('q', 'Tổ “Hẻm {hẻm} sạch”: mỗi nhà trực một ngày, chụp ảnh gửi nhóm chung.'),
    noted('q', 'Chỗ đổ rác cũ ở hẻm {hẻm} thành bồn hoa do các hộ tự chăm.'),
  ],
  TTDT: [noted('q', 'Các hộ hẻm {hẻm} tự kẻ vạch để xe và cùng ký cam kết.')],
  ANTT: [noted('q', 'Chuông báo động chung nối năm hẻm, thử vào ngày họp chi bộ.')],
  VHXH: [
    noted('s', 'Góc “đôi bạn cùng tiến” do đảng viên từng khối phụ trách.'),
    noted('q', 'Đảng viên hưu trí mở lớp học miễn phí buổi tối cho trẻ trong hẻm {hẻm}.'),
  ],
  KTE: [noted('e', 'Mỗi đảng viên nhận một sáng kiến tiết kiệm, đo kết quả theo tháng.')],
  CNTT: [noted('', 'Đảng viên trẻ kèm đảng viên lớn tuổi đọc tài liệu trên điện thoại trước giờ họp.')],
  TN: [noted('', 'Giao chi đoàn làm bản tin một trang, đọc ở đầu buổi họp.')],
};

export const REFLECTIONS: ByField<NotedReflection> = {
  MT: [
    raised('q', 'Đề nghị nạo vét cống hẻm {hẻm} trước đợt triều cường.', WARD),
    raised('q', 'Xe thu gom rác đến không đúng giờ, rác tồn ở hẻm {hẻm} qua đêm.', 'Công ty Dịch vụ công ích quận'),
  ],
  TTDT: [
    raised('q', 'Quán ăn trước hẻm {hẻm} chiếm hết vỉa hè từ chiều đến khuya.', WARD),
    raised('q', 'Đèn chiếu sáng hẻm {hẻm} hỏng nhiều bóng, tối khó đi.', WARD),
  ],
  DDXD: [
    raised('q', 'Hỏi thời gian bồi thường, di dời các hộ ven kênh.', DISTRICT),
    raised('q', 'Đề nghị nâng mặt hẻm {hẻm} vì thấp hơn đường, mưa là ngập.', WARD),
  ],
  ANTT: [
    raised('q', 'Loa kéo hát đến khuya cuối tuần ở hẻm {hẻm}.', POLICE),
    answered('q', 'Hỏi về mức phạt để xe trên vỉa hè; cảnh sát khu vực đã giải thích.'),
  ],
  VHXH: [
    answered('q', 'Hỏi điều kiện nhận hỗ trợ do dịch bệnh; bí thư đã nêu rõ diện và nơi nộp đơn.'),
    raised('s', 'Phụ huynh mong kéo dài giờ giữ trẻ buổi chiều.', 'Phòng Giáo dục và Đào tạo quận'),
  ],
  KTE: [raised('e', 'Người lao động đề nghị công bố sớm phương án thưởng Tết.', 'Ban lãnh đạo đơn vị')],
  XDD: [answered('', 'Đảng viên đề nghị nhận tài liệu học tập sớm hơn; chi ủy nhận làm từ tháng sau.')],
  CNTT: [raised('o', 'Người dân đề nghị hướng dẫn nộp hồ sơ trực tuyến ngay tại quầy.', DISTRICT)],
};

export const RECOMMENDATIONS: readonly Noted[] = [
  noted('', 'Đề nghị đảng ủy cử cấp ủy viên cùng dự và giúp chi bộ chuẩn bị nội dung tháng tới.'),
  noted('q', 'Đề nghị phường trả lời bằng văn bản các kiến nghị đã nêu quá hai tháng.'),
  noted('', 'Đề nghị giới thiệu cách làm của chi bộ tại hội nghị giao ban.'),
  noted('oe', 'Đề nghị đảng ủy xem lại giờ họp cho phù hợp với ca làm việc.'),
  noted('s', 'Đề nghị bố trí buổi họp không trùng giờ coi thi học kỳ.'),
];

export const VACANCY_REASONS = ['Chuyển công tác', 'Nghỉ hưu', 'Nghỉ do sức khỏe', 'Chuyển nơi ở'] as const;
