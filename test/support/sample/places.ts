import type { Random } from './random.ts';

export interface Place {
  readonly lat: number;
  readonly lng: number;
}

export interface Ward {
  readonly number: number;
  readonly centre: Place;
  readonly quarters: number;
  /** Streets of the ward, for addresses and findings. */
  readonly streets: readonly string[];
  /** The evening on which its quarters meet. */
  readonly evening: { readonly day: number; readonly time: string };
}

const ward = (
  number: number,
  quarters: number,
  [lat, lng]: readonly [number, number],
  [day, time]: readonly [number, string],
  ...streets: string[]
): Ward => ({ number, quarters, centre: { lat, lng }, evening: { day, time }, streets });

/** The fifteen wards of 2020 with their 51 quarters; centres are roughly where the wards lay. */
export const WARDS: readonly Ward[] = [
  ward(1, 3, [10.7541, 106.6957], [3, '19:30'], 'Nguyễn Khoái', 'Tôn Thất Thuyết'),
  ward(2, 3, [10.7568, 106.6972], [2, '19:30'], 'Bến Vân Đồn', 'Nguyễn Khoái'),
  ward(3, 3, [10.7545, 106.6998], [4, '19:00'], 'Tôn Thất Thuyết', 'Vĩnh Hội'),
  ward(4, 5, [10.7558, 106.7031], [3, '19:30'], 'Vĩnh Hội', 'Tôn Đản'),
  ward(5, 2, [10.7594, 106.7001], [2, '19:00'], 'Bến Vân Đồn', 'Khánh Hội'),
  ward(6, 3, [10.7619, 106.7024], [1, '19:30'], 'Khánh Hội', 'Hoàng Diệu'),
  ward(8, 5, [10.7603, 106.7047], [3, '19:30'], 'Hoàng Diệu', 'Vĩnh Khánh'),
  ward(9, 3, [10.764, 106.7044], [4, '19:30'], 'Hoàng Diệu', 'Lê Quốc Hưng'),
  ward(10, 3, [10.758, 106.7056], [2, '19:30'], 'Tôn Đản', 'Vĩnh Khánh'),
  ward(12, 2, [10.7661, 106.7064], [1, '19:00'], 'Nguyễn Tất Thành', 'Đoàn Như Hài'),
  ward(13, 3, [10.7632, 106.7088], [3, '19:00'], 'Nguyễn Tất Thành', 'Đoàn Văn Bơ'),
  ward(14, 4, [10.7587, 106.709], [4, '19:30'], 'Đoàn Văn Bơ', 'Tôn Đản'),
  ward(15, 4, [10.7554, 106.7073], [5, '19:30'], 'Tôn Đản', 'Tôn Thất Thuyết'),
  ward(16, 4, [10.7562, 106.7113], [2, '19:30'], 'Đoàn Văn Bơ', 'Tôn Thất Thuyết'),
  ward(18, 4, [10.7595, 106.7125], [5, '07:30'], 'Xóm Chiếu', 'Nguyễn Tất Thành'),
];

/** The district between the Bến Nghé canal, the Saigon river and the Tẻ canal, roughly. */
export const DISTRICT: readonly Place[] = (
  [
    [10.7683, 106.7068],
    [10.766, 106.709],
    [10.7625, 106.7125],
    [10.7585, 106.715],
    [10.7555, 106.715],
    [10.7535, 106.7105],
    [10.7525, 106.705],
    [10.7522, 106.7],
    [10.7525, 106.695],
    [10.7535, 106.693],
    [10.756, 106.6945],
    [10.76, 106.6985],
    [10.764, 106.702],
  ] as const
).map(([lat, lng]) => ({ lat, lng }));

export const DISTRICT_OFFICE: Place = { lat: 10.7658, lng: 106.7071 };

/** A place near another one and inside the district, rounded to about ten metres. */
export function near(centre: Place, reach: number, random: Random): Place {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const place = {
      lat: rounded(centre.lat + random.around(-reach, reach)),
      lng: rounded(centre.lng + random.around(-reach, reach)),
    };
    if (isInside(place, DISTRICT)) return place;
  }
  throw new Error('no place inside the district');
}

/** Whether a ray to the east crosses the border an odd number of times. */
export function isInside({ lat, lng }: Place, border: readonly Place[]): boolean {
  let inside = false;
  border.forEach((a, index) => {
    const b = border[(index + 1) % border.length] ?? a;
    if (a.lat > lat !== b.lat > lat && lng < ((b.lng - a.lng) * (lat - a.lat)) / (b.lat - a.lat) + a.lng)
      inside = !inside;
  });
  return inside;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
