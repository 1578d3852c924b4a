import { TABLES } from './domain/import/format.ts';
import {
  ENCODING_NAMES,
  enDay,
  enDuty,
  enHit,
  enNear,
  enNumber,
  enTwins,
  enTwoDays,
  GARBLINGS,
  letterIn,
  quoted,
  REGISTERS,
  someRows,
  viDay,
  type ImportTexts,
  severalDays,
} from './import-sentence-parts.ts';

export const english: ImportTexts = {
  'import.fault.not_the_template': () =>
    'This file does not follow the import template. Download the blank template, fill it in and upload that.',
  'import.fault.csv_table_unknown': () =>
    'It is not clear which sheet of the template this CSV file is: none of its headers is one of the template. Put the header row of the template on top, or choose another encoding or separator.',
  'import.fault.csv_too_many_cells': (p) =>
    `Row ${p.row} has ${p.found} cells, the others have ${p.usual}: a value seems to contain the separator, such as the comma of 87,5. Put that value in quotation marks, or save the file with semicolons as separators.`,
  'import.fault.csv_rows_in_cell': (p) =>
    `A cell of row ${p.row} contains the rows below it: a quotation mark seems to be open and never closed. Correct it in the file.`,
  'import.fault.version_missing': (p) =>
    `The sheet “Guide” does not name the version of the template. Use the template of version ${p.known} and leave that sheet as it is.`,
  'import.fault.version_unknown': (p) =>
    `The file follows version ${p.version} of the template; version ${p.known} is in use. Download the template again and copy the data into it.`,
  'import.fault.sheet_missing': (p) => `The sheet “${p.sheet}” is missing. Add it as in the template.`,
  'import.fault.sheet_unknown': (p) => `The template has no sheet “${p.sheet}”.${enNear(p.near)} Rename or delete it.`,
  'import.fault.sheet_twice': (p) => `Two sheets mean the same as “${p.sheet}”. Make one of them.`,
  'import.fault.sheet_empty': (p) => `The sheet “${p.sheet}” has no header row. Copy it from the template.`,
  'import.fault.header_not_found': (p) =>
    `No row of the sheet “${p.sheet}” is a header of the template; its first data stand in row ${p.row}. Copy the header row of the template above them.`,
  'import.fault.rows_above_header': (p) =>
    `The header seems to stand in row ${p.head}, yet row ${p.row} above it holds data. Move them below the header, or delete them.`,
  'import.fault.merged_cells': (p) =>
    `${p.range} is one merged cell, so it is not clear which cell its value belongs to. Unmerge it and write the value into each cell.`,
  'import.fault.column_unknown': (p) =>
    `The template has no column “${p.header}”.${enNear(p.near)} Correct the header or delete the column; notes of your own go to “Note”.`,
  'import.fault.column_twice': (p) => `Column “${p.header}” repeats column “${p.first}”. Keep only one.`,
  'import.fault.column_missing': (p) => `The required column “${p.header}” is missing. Add it as in the template.`,
  'import.fault.cell_without_header': (p) =>
    `Cell ${p.column}${p.row} holds data, but column ${p.column} has no header. Give it one or delete its data.`,
  'import.fault.item_unknown': (p) =>
    `The template has no item “${p.value}”.${enNear(p.near)} Correct its name or delete the row.`,
  'import.fault.item_missing': (p) => `The required item “${p.header}” is missing. Add a row for it.`,
  'import.fault.required': (p) => `“${p.header}” must not be empty. Please fill it in.`,
  'import.fault.mail_missing': () =>
    'The mail address is missing: without one this person gets no duties and cannot sign in. Write the address that the person reads; where there is none, write a telephone number for messages, or leave the person out of the list for now.',
  'import.fault.formula_failed': (p) =>
    `The formula in this cell failed (${p.value}). Correct it, or type the value itself.`,
  'import.fault.formula_without_result': () =>
    'This cell has a formula without a result. Open the file in Excel and save it again, or type the value itself.',
  'import.fault.too_long': (p) => `This is longer than ${p.most} characters. Please shorten it.`,
  'import.fault.text_became_day': (p) =>
    `Excel has turned this cell into a date (${p.value}). Format the cell as Text and type it again.`,
  'import.fault.text_became_number': (p) =>
    `Excel has turned this cell into a number (${p.value}) and may have lost digits. Format the cell as Text and type it again.`,
  'import.fault.text_became_yes_or_no': (p) =>
    `Excel has turned this cell into true or false (${p.value}). Format the cell as Text and type it again.`,
  'import.fault.letters_lost': (p) =>
    `“${p.value}” has lost letters, or they were decoded with the wrong table. Type it again, or copy it anew from where it came.`,
  'import.fault.letters_foreign': (p) =>
    `“${p.value}” has ${letterIn('en', p.letter)}, which looks like another letter. Type it again: “${p.likely}”.`,
  'import.fault.code_look_alike': (p) =>
    `The code “${p.value}” has ${letterIn('en', p.letter)}. Type it again: “${p.likely}”.`,
  'import.fault.code_malformed': (p) =>
    `“${p.value}” cannot be a code. A code has letters, digits and . - _ / only, no blanks, at most 40 characters.`,
  'import.fault.code_became_number': (p) =>
    `Excel has turned the code into a number (${p.value}) and may have lost digits. Format the cell as Text and type the code again.`,
  'import.fault.not_a_mail': (p) =>
    `No mail server takes the address “${p.value}”${p.letter === null ? '' : `: “${p.letter}” cannot stand in one`}.${enNear(p.near)} Write one address like name@office.vn, without diacritics.`,
  'import.fault.not_a_telephone': () =>
    'This is no telephone number. Write it as text, such as 0912 345 678; typed as a number it loses its first zero.',
  'import.fault.mails_several': (p) =>
    `The cell has several addresses: ${p.addresses.join('; ')}. Everybody gets mail and signs in at one: leave the one that is read.`,
  'import.fault.not_a_number': (p) =>
    `“${p.value}” is not a number.${p.near === null ? '' : ` Did you mean ${enNumber(p.near)}?`} Write digits only, fractions after a comma.`,
  'import.fault.place_in_one_cell': (p) =>
    `The cell has both latitude and longitude. Write ${enNumber(p.lat)} into the column of latitudes and ${enNumber(p.lng)} into that of longitudes.`,
  'import.fault.ditto': (p) =>
    `“${p.value}” seems to mean the same as the cell above${p.above === null ? '' : `, “${p.above}”`}. Write all of it into this cell.`,
  'import.fault.number_ambiguous': (p) =>
    `“${p.value}” can mean ${p.readings.map(enNumber).join(' or ')}. Write it without separators of thousands.`,
  'import.fault.number_shown_otherwise': (p) =>
    `The format of this cell shows its number as “${p.value}”, which is not the number that is stored. Format the cell as General and type the number again.`,
  'import.fault.percent_unexpected': (p) =>
    `“${p.value}” is a percentage, but “${p.header}” is none. Write a number without %.`,
  'import.fault.not_whole': (p) => `“${p.value}” must be a whole number. Leave the fraction out.`,
  'import.fault.out_of_range': (p) => `“${p.value}” is not between ${p.least} and ${p.most}. Please check it.`,
  'import.fault.not_a_day': (p) =>
    severalDays(p.value)
      ? `“${p.value}” are several days. A cell holds one day, such as 03/12/2020; give each day a row of its own.`
      : `“${p.value}” is not a date. Write it as day/month/year, such as 03/12/2020.`,
  'import.fault.day_impossible': (p) => `There is no day “${p.value}”. Please check day, month and year.`,
  'import.fault.day_ambiguous': (p) =>
    `“${p.value}” can be ${p.readings.map(enDay).join(' or ')}. Write day and month with two digits each, such as 03/12/2020.`,
  'import.fault.day_with_time': (p) =>
    `Only a date goes here, but there is a time with it (${p.value}). Remove the time.`,
  'import.fault.day_buddhist': (p) =>
    `The year of “${p.value}” is Buddhist. Write the common year${p.likely === null ? '' : `; as Excel counts Buddhist years, this is ${enDay(p.likely)}`}.`,
  'import.fault.day_lunar': (p) =>
    `“${p.value}” is a day of the lunar calendar. Look up its date and write it as day/month/year, such as 03/12/2020.`,
  'import.fault.time_with_end': (p) =>
    `“${p.value}” holds a beginning and an end. Only one time goes here: it begins at ${p.from} and ends at ${p.to}.`,
  'import.fault.time_without_hour': (p) =>
    `“${p.value}” does not say the hour. Write it in 24 hours, like 19:30; this part of the day mostly means ${p.from} to ${p.to}.`,
  'import.fault.not_a_time': (p) => `“${p.value}” is not a time of day. Write it like 19:30.`,
  'import.fault.not_yes_or_no': (p) => `“${p.value}” is neither yes nor no. Write “có” or “không” (yes, no).`,
  'import.fault.not_a_choice': (p) =>
    `“${p.value}” is not in the list.${enNear(p.near)} Choose one of ${quoted(p.choices)}.`,
  'import.fault.meeting_day_malformed': (p) =>
    `“${p.value}” cannot be read as a day of each month. Write a day from 1 to 31, or a weekday with its number: T3/2 or Tue/2 (second Tuesday), T6 cuối or Fri last (last Friday).`,
  'import.fault.months_malformed': (p) =>
    `“${p.value}” is no list of months. Write them with semicolons between, such as 3; 6; 9; 12.`,
  'import.fault.weights_malformed': (p) =>
    `“${p.value}” cannot be read. Write code or name, a colon and the weight from 0 to 1, with semicolons between: KT:0.9; MT:0.6.`,
  'import.fault.listed_twice': (p) => `“${p.item}” stands twice in this cell. Leave one out.`,
  'import.fault.duplicate': (p) => `“${p.value}” repeats row ${p.otherRow}. Correct it or delete one of the rows.`,
  'import.fault.reference_unknown': (p) =>
    `The sheet “${p.target}” has no “${p.item}”.${enNear(p.near)} Correct it here or add it there.`,
  'import.fault.reference_ambiguous': (p) =>
    `“${p.item}” names several rows of the sheet “${p.target}”. Write the code instead of the name.`,
  'import.fault.parent_cycle': (p) =>
    `The parents run in a circle: ${p.path.join(' → ')}. Correct the parent of one of them.`,
  'import.fault.root_missing': () =>
    'Every organisation has a parent. Leave the parent of the highest committee in the file empty.',
  'import.fault.ends_before_start': (p) => `The end lies before the start (${p.start}). Correct one of the two.`,
  'import.fault.hours_end_before_start': (p) =>
    `The hours do not end after they begin (${p.start}). Correct one of the two; for hours over midnight, write two rows.`,
  'import.fault.not_a_month': (p) => `“${p.value}” is no month. Write the month as 12/2020.`,
  'import.fault.weekly_long': (p) =>
    `A weekly absence spans at most ${p.most} days, the first included. Choose an earlier last day.`,
  'import.fault.weekly_none': () =>
    'There is no such weekday between these days. Correct the weekday or one of the two days.',
  'import.fault.pairing_one_person': () => 'These must be two different people. Correct one of the codes.',
  'import.fault.hours_without_end': (p) => `“${p.header}” is there without “${p.other}”. Give both times or neither.`,
  'import.fault.hours_beside_part': (p) =>
    `The part of the day is “${p.part}”, and other hours are given beside it. Leave one of them empty.`,
  'import.fault.periods_overlap': (p) =>
    `“${p.value}” is valid at the same time as in row ${p.otherRow}. Give the older row its last day.`,
  'import.fault.less_than': (p) => `“${p.header}” is less than “${p.other}” (${p.least}). Please check both.`,
  'import.fault.more_than': (p) => `“${p.header}” is more than “${p.other}” (${p.most}). Please check both.`,
  'import.fault.sum_differs': (p) =>
    `“${p.header}” is not the sum of ${quoted(p.parts)} (${p.sum}). Please check these cells.`,
  'import.fault.place_incomplete': (p) => `“${p.header}” is there without “${p.other}”. Give both or neither.`,
  'import.fault.zone_unknown': (p) => `There is no time zone “${p.value}”. In Vietnam write Asia/Ho_Chi_Minh.`,
  'import.fault.file_empty': () =>
    'The file holds no row of data yet, only the headers and examples of the template. Fill in your lists, then upload it.',
  'import.fault.organisation_ended': (p) =>
    `“${p.organisation}” ended after ${viDay(p.to)}, and ${p.branches.length === 0 ? 'this branch still belongs to it' : `${quoted(p.branches)} still stand below it`}. Name an organisation that is there, or add a row to “Organisations” that is valid from the next day.`,
  'import.fault.organisation_begins_later': (p) =>
    `“${p.organisation}” begins on ${viDay(p.from)}, and ${p.branches.length === 0 ? 'this branch belongs to it already' : `${quoted(p.branches)} stand below it already`}. Name an organisation that is there, or add a row to “Organisations” that is valid before.`,
  'import.fault.committee_differs': (p) =>
    `This file is of the committee “${p.value}”, but the data in use are of “${p.known}”. Choose the right file, or correct the code if it was mistyped.`,
  'import.question_rows': (p) => `This is about ${p.count} cells of the column: rows ${someRows(p)}.`,
  'import.question.csv_encoding': (p) =>
    `The CSV file does not tell its encoding. It was read as ${ENCODING_NAMES[p.encoding].en}: “${p.sample}”. If that is right, choose this encoding; otherwise choose another and look again.`,
  'import.question.csv_table': (p) =>
    `The headers of the CSV file fit several sheets: ${quoted(p.fits.map((table) => TABLES[table].name.en))}. Choose which one this list is.`,
  'import.question.archives': (p) =>
    `The file lacks ${p.counts.map(({ register, count }) => `${count} ${REGISTERS.en[register]}`).join(', ')} in use: ${p.names.join('; ')}${p.total > p.names.length ? '; …' : ''}. If you confirm, these ${p.total} go out of use; what is known of them stays. If the file is a part of the lists only, choose “Add and change only”.${p.isTyped ? ` If they are to go, type ${p.total}.` : ''}`,
  'import.question.archives_duties': (p) =>
    `What goes out of use still has something ahead: ${p.hits.map(enHit).join('; ')}. If you confirm, calendars and plans of those months stay until you update them: open the calendar of each month and find somebody else. If this is a mistake, keep the rows in the file.`,
  'import.question.conflicts_gone': (p) =>
    `The file no longer has ${p.total} conflicts of interest that the directory knows: ${p.examples.map(({ person, branch }) => `${person}, ${branch}`).join('; ')}${p.total > p.examples.length ? '; …' : ''}. If you confirm, they are removed, and these people may be sent to those branches. If they stand, write them on the sheet “${p.sheet}” again, or choose to add and change only.`,
  'import.question.conflicts_told': (p) =>
    `The file has another reason or last day for conflicts of interest (${p.total}) that specialists told themselves: ${p.examples.map(({ person, branch }) => `${person}, ${branch}`).join('; ')}${p.total > p.examples.length ? '; …' : ''}. If you confirm, they stay as they were told. If the file is right, change each of them on the page of conflicts of interest.`,
  'import.question.addresses_gone': (p) =>
    `People who no longer have a mail address (${p.total}): ${p.names.join('; ')}${p.total > p.names.length ? '; …' : ''}. If you confirm, they cannot sign in any more, and get messages alone, where the committee has a gateway. If they still have one, write it again.`,
  'import.question.absence_over_duties': (p) =>
    `Absences of the file lie over ${p.total} published visits: ${p.examples.map(enDuty).join('; ')}${p.total > p.examples.length ? '; …' : ''}. If you confirm, the absences are recorded and the visits stay: find somebody else on the page of the month. If the days are wrong, correct them in the file.`,
  'import.question.holiday_over_duties': (p) =>
    `Holidays of the file lie over ${p.total} published visits: ${p.examples.map(enDuty).join('; ')}${p.total > p.examples.length ? '; …' : ''}. If you confirm, the holidays are recorded and the visits stay: tell these people if the branch moves its meeting. If the days are wrong, correct them in the file.`,
  'import.question.zone_over_duties': (p) =>
    `The time zone changes from ${p.from} to ${p.to} while ${p.total} visits are published. If you confirm, meetings keep the hour that is written (19:30 stays 19:30), now in the new zone; whoever is assigned gets a mail with the invitation corrected. If it is not to change, write ${p.from} at “Time zone” again.`,
  'import.question.code_changed': (p) =>
    `The same name under another code: ${p.examples.map(({ name, from, to }) => `${name} (${from} → ${to})`).join('; ')}. If you confirm, the old code goes out of use and the new one is something new, without history. If it is the same, write the old code in the file.`,
  'import.question.day_in_future': (p) =>
    `The column “${p.header}” has days after today (${viDay(p.today)}), although this sheet tells of what is over. If you confirm, they are imported as they stand. If they were mistyped, correct them in the file and upload it again.`,
  'import.question.one_person': (p) =>
    `One person may stand here twice: ${enTwins(p.examples)}. If you confirm, they are imported as different people, each with duties of their own. If it is one person, delete a row in the file and upload it again.`,
  'import.question.one_branch': (p) =>
    `One branch may stand here twice: ${enTwins(p.examples)}. If you confirm, they are imported as different branches. If it is one branch, delete a row in the file and upload it again.`,
  'import.question.place_far': (p) =>
    `These places are more than 100 km away from the others: ${p.examples.map(({ at, name }) => `${at} (${name})`).join('; ')}. Once confirmed, ways are counted from there. If it is mistyped, correct the coordinates, or leave them empty, and no way is counted.`,
  'import.question.secretary_visits': (p) =>
    `The address of a secretary is that of a specialist as well: ${p.examples.map(({ person, branch }) => `${person}, secretary of ${branch}`).join('; ')}. Once confirmed, this person may be sent to the branch. If not, name the branch as the one where the person belongs, or as a conflict of interest.`,
  'import.question.organisation_gap': (p) =>
    `No row of “${p.organisation}” is valid from ${viDay(p.from)} to ${viDay(p.to)}. If you confirm, the organisation has no name on those days. If that is wrong, make the days of validity follow each other.`,
  'import.question.organisation_ends': (p) =>
    `“${p.organisation}” ends after ${viDay(p.to)} and no row follows, while branches belong to it. If you confirm, they have no organisation after that day. If its new name is known, add a row that is valid from the next day.`,
  'import.question.days_swapped': (p) =>
    `Excel seems to have swapped day and month in the column “${p.header}”: no true date lies after the 12th, and the dates that stayed texts can be read in one way only. For example ${enTwoDays(p.examples)}. Choose whether they are read as they show or the other way round; or correct the column in the file, written as 03/12/2020.`,
  'import.question.days_month_first': (p) =>
    `The column “${p.header}” has the month first. If you confirm, all of it is read so: ${p.examples.map(({ at, read }) => `${at} as ${read}, day first`).join('; ')}. If that is wrong, correct these cells in the file: day, month, year, as in 03/12/2020.`,
  'import.question.days_ambiguous': (p) =>
    `The column “${p.header}” has dates that can be read in two ways: ${enTwoDays(p.examples)}. Choose whether day or month comes first; or write both digits in the file, as in 03/12/2020.`,
  'import.question.zone_unusual': (p) =>
    `The clocks of ${p.zone} differ from those of Vietnam. Once confirmed, the committee’s days and hours are counted in that zone. In Vietnam, write Asia/Ho_Chi_Minh.`,
  'import.question.named_as_worked': (p) =>
    `The name “${p.name}” says that offices work on this day, but “Kind of day” does not say “Worked in exchange”. Once confirmed, it is a day off. If it is worked, set its kind to “Worked in exchange” and upload the file again.`,
  'import.question.worked_on_workday': (p) =>
    `${enDay(p.day)} is neither a Saturday nor a Sunday, yet it is to be worked in exchange. Once confirmed, it is a working day even on a holiday. If the date is mistyped, correct it in the file and upload it again.`,
  'import.question.rows_hidden': (p) =>
    `${p.count} rows of the sheet “${p.sheet}” are hidden${p.filtered ? ' by a filter' : ''} (rows ${p.rows}). Choose to import them as well, or to leave them out as if they were not there.`,
  'import.question.rows_struck': (p) =>
    `${p.count} rows of the sheet “${p.sheet}” are crossed out (rows ${p.rows}). Choose to import them as well, or to leave them out as if they were not there.`,
  'import.question.cells_struck': (p) =>
    `The column “${p.header}” has cells that are crossed out: ${p.at} says “${p.text}”, ${p.left === null ? 'all of it crossed out' : `of which “${p.left}” is not crossed out`}. Choose to import what is crossed out as well, or only what is not.`,
  'import.question.cells_unseen': (p) =>
    `${p.count} cells of the sheet “${p.sheet}” have a text that nobody sees, because of white letters or the format of the cell: ${p.cells.join(', ')}${p.count > p.cells.length ? ', …' : ''}. If you confirm, they are imported all the same. If they should not be, delete what they hold and upload the file again.`,
  'import.question.column_hidden': (p) =>
    `The column “${p.header}” (${p.column}) is hidden and holds data in ${p.count} cells. If you confirm, it is imported all the same. If it should not be, delete its data and upload the file again.`,
  'import.question.sheet_hidden': (p) =>
    `The sheet “${p.sheet}” is hidden and holds ${p.rows} rows. If you confirm, it is imported all the same. If it should not be, delete it and upload the file again.`,
  'import.question.sheet_hidden_unknown': (p) =>
    `The hidden sheet “${p.sheet}” is not in the template. If you confirm, it is left out. If it should be imported, show it and name it as in the template.`,
  'import.question.example_changed': (p) =>
    `Sheet “${p.sheet}”: row ${p.rows} still has the template’s example note, but was written over. Choose to import it, or to leave it out as an example.`,
  'import.question.letters_garbled': (p) =>
    `The column “${p.header}” has texts ${GARBLINGS[p.garbling].en}: “${p.value}” is read as “${p.reading}”. Choose to import them so, or to keep them as they stand in the file.`,
  'import.question.rows_beside': (p) =>
    `The sheet “${p.sheet}” has ${p.count} rows that are no data: ${p.examples.map(({ row, text }) => `row ${row} “${text}”`).join('; ')}${p.count > p.examples.length ? '; …' : ''}. If you confirm, they are not imported. If they are data, fill the required columns and upload the file again.`,
  'import.question.points_as_share': (p) =>
    `Column “${p.header}” holds points of a hundred, yet some are one or less, such as ${enNumber(p.read)}. Choose to keep ${enNumber(p.read)} points as written, or the other reading: a share, which makes ${enNumber(p.other)} points.`,
  'import.question.points_of_ten': (p) =>
    `The column “${p.header}” has points of a hundred, but none above ten, such as ${enNumber(p.read)}. Choose to keep ${enNumber(p.read)} points as written, or the other reading: points of ten, which is ${enNumber(p.other)}.`,
  'import.question.code_like_day': (p) =>
    `The column “${p.header}” has codes that look like days, such as “${p.example}”: a spreadsheet seems to have changed them, as 3-12 into 03-Dec. If you confirm, they are imported as they show. If they were changed, type them again in cells formatted as text.`,
  'import.question.people_several': (p) =>
    `The column “${p.header}” has cells that seem to name several people, such as “${p.example}”. If you confirm, it is imported as the name of one. If they are several, give each a row, or keep one name.`,
  'import.question.name_with_more': (p) =>
    `The column “${p.header}” has cells with more than a name, such as “${p.example}”: a number, a form of address or a remark. If you confirm, it is imported as it is written, and printed so. If not, keep the name only and upload the file again.`,
  'import.question.hour_unusual': (p) =>
    `The column “${p.header}” has meetings before six in the morning: ${p.examples.map(({ at, time }) => `${at} is ${time}`).join('; ')}. If you confirm, they are imported like that. If they are in the afternoon, write the hours of 24, such as 13:30.`,
  'import.question.placeholder': (p) =>
    `The column “${p.header}” has cells that seem to mean that there is nothing: ${p.column}${p.row} says “${p.example}”. Choose to keep it as written, or to take it as empty.`,
  'import.question.placeholder_required': (p) =>
    `The column “${p.header}” has cells that seem to mean that there is nothing: ${p.column}${p.row} says “${p.example}”. If you confirm, it is imported as written. If it is not known yet, write what it is and upload the file again.`,
  'import.question.number_as_text': (p) =>
    `The column “${p.header}” has texts that Excel keeps as numbers, such as “${p.example}”. If you confirm, they are imported as they show. If Excel dropped leading zeros or turned 2E5 into 200000, format the column as Text and type them again.`,
  'import.question.mail_unlikely': (p) =>
    `The column “${p.header}” has addresses that were probably mistyped: ${p.examples.map(({ at, read, likely }) => `${at} has ${read}, probably ${likely}`).join('; ')}. Choose to keep them as written, or the other reading: the addresses that are probably right.`,
  'import.question.absence_long': (p) =>
    `Absences are longer than a year (${p.examples.join('; ')}). If you confirm, they are imported as they stand. If a year was mistyped, correct it in the file and upload it again.`,
  'import.question.findings_repeated': (p) =>
    `The sheet “${p.sheet}” repeats findings word by word: ${p.examples.map(([first, again]) => `row ${again} is the same as row ${first}`).join('; ')}. Choose to import the repeated rows as well, or to leave them out as if they were not there.`,
  'import.question.letters_strange': (p) =>
    `The column “${p.header}” has signs inside of words, such as “${p.example}”, which may be letters of an old font or table. If you confirm, they are imported as they show. If letters are wrong, type them again in the file and upload it again.`,
  'import.question.serial_day': (p) =>
    `The column “${p.header}” has days as the numbers of a spreadsheet (${p.value} is ${enDay(p.example)}). If you confirm, the numbers are read as such days. If that day is wrong, format the column as Date in the spreadsheet and save it again.`,
  'import.question.day_unseen': (p) =>
    `The column “${p.header}” has cells that show only a part of a day: ${p.column}${p.row} stores ${viDay(p.example)}. If you confirm, the days are imported as stored. Where 30/4 is typed, a spreadsheet adds the year of that moment: if it is the wrong one, type day, month and year again.`,
  'import.question.number_rounded': (p) =>
    `The column “${p.header}” has numbers that show otherwise than they are stored: ${p.column}${p.row} shows “${p.value}” and stores ${enNumber(Number(p.example))}. If you confirm, the stored numbers are imported. If what is shown is right, type it again.`,
  'import.question.year_implausible': (p) =>
    `The column “${p.header}” has years that are hard to believe (${p.examples.join('; ')}). If you confirm, these dates are imported as they stand. If a year was mistyped, correct it in the file and upload it again.`,
};
