import { ApiPropertyOptional } from '../../../platform/http/api-description.ts';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const MOST = 200;
const USUAL = 50;

/** The query of lists with cursors. */
export class ListQuery {
  @ApiPropertyOptional({ description: 'The `next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: MOST, default: USUAL })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  limit: number = USUAL;
}

export class SearchQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'Words in any order, without regard to diacritics' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q: string = '';
}

export class BranchQuery extends SearchQuery {
  @ApiPropertyOptional({ description: 'Code of a branch type' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  type: string = '';

  @ApiPropertyOptional({ description: 'Code of an organisation' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  organisation: string = '';
}

export class SpecialistQuery extends SearchQuery {
  @ApiPropertyOptional({ description: 'Code of a department' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  department: string = '';
}

/** The rows of a page, and a cursor if there is at least one more row. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursor: (row: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursor(last) : null };
}
