import * as v from 'valibot';
import { addressBlock } from '../../vocabulary/address-block.js';
import {
  type Day,
  type Duration,
  dayNumber,
  dayPattern,
  durationPattern,
  type Size,
  sizePattern,
} from '../../vocabulary/units.js';
import type { ElementId } from '../architecture.js';

/**
 * The values that facts are made of. The message of each schema names what was expected, as the end of "expected …", so that
 * a problem can say it in one sentence.
 */

/** How long things may be: far beyond what a person writes, small enough that nothing downstream has to fear them. */
export const limits = {
  name: 1_000,
  id: 20_000,
  text: 20_000,
  list: 10_000,
  elements: 200_000,
  flows: 1_000_000,
} as const;

// Control characters move a terminal's cursor or break a line; a lone surrogate cannot be written as UTF-8.
const oneLine = /^\P{Cc}+$/u;
// Made once: a bundle writes it as a call, which would compile it anew for every text.
const loneSurrogate = /\p{Cs}/u;

export const name = v.pipe(
  v.string('a name'),
  v.nonEmpty('a name that is not empty'),
  v.maxLength(limits.name, `a name of at most ${limits.name} characters`),
  v.check((value) => oneLine.test(value) && isWellFormed(value), 'a name of one line, without control characters'),
  v.description(`A name: one line, at most ${limits.name} characters, any script.`),
);

export const id = v.pipe(
  v.string('an id'),
  v.nonEmpty('an id that is not empty'),
  v.maxLength(limits.id, `an id of at most ${limits.id} characters`),
  v.check((value) => oneLine.test(value) && isWellFormed(value), 'an id of one line, without control characters'),
);

/** The id of an element that exists; that it does is checked once all elements are known. */
export const reference = v.pipe(id, v.description('The id of an element of this model.')) as v.GenericSchema<ElementId>;

export const text = v.pipe(
  v.string('text'),
  v.maxLength(limits.text, `text of at most ${limits.text} characters`),
  v.check(isWellFormed, 'text without half characters (lone surrogates)'),
);

export const flag = v.boolean('true or false');
export const amount = v.pipe(
  v.number('a number'),
  v.finite('a finite number'),
  v.minValue(0, 'a number that is not negative'),
);
export const positive = v.pipe(v.number('a number'), v.finite('a finite number'), v.gtValue(0, 'a number above 0'));
export const whole = v.pipe(
  v.number('a whole number'),
  v.safeInteger('a whole number'),
  v.minValue(0, 'a whole number from 0'),
);
export const count = v.pipe(
  v.number('a whole number'),
  v.safeInteger('a whole number'),
  v.minValue(1, 'a whole number from 1'),
);
export const port = v.pipe(count, v.maxValue(65_535, 'a port between 1 and 65535'));
export const ratio = v.pipe(
  v.number('a number'),
  v.minValue(0, 'a ratio between 0 and 1'),
  v.maxValue(1, 'a ratio between 0 and 1'),
);

const durationWanted = `a duration such as '15 min' or '30 days'`;
export const duration = v.pipe(
  v.string(durationWanted),
  v.regex(durationPattern, durationWanted),
  v.title('Duration'),
) as v.GenericSchema<Duration>;

const sizeWanted = `a size such as '16 GiB'`;
export const size = v.pipe(
  v.string(sizeWanted),
  v.regex(sizePattern, sizeWanted),
  v.title('Size'),
) as v.GenericSchema<Size>;

const dayWanted = `a day of the calendar such as '2027-03-02'`;
export const day = v.pipe(
  v.string(dayWanted),
  v.regex(dayPattern, dayWanted),
  v.check((value) => dayNumber(value) !== undefined, dayWanted),
  v.title('Day'),
) as v.GenericSchema<Day>;

const countryWanted = `a country's two capital letters, such as 'FR'`;
export const country = v.pipe(v.string(countryWanted), v.regex(/^[A-Z]{2}$/, countryWanted));

const cidrWanted = `an address block such as '10.0.1.0/24'`;
export const cidr = v.pipe(
  v.string(cidrWanted),
  v.regex(/^(?:\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\/\d{1,3})$/, cidrWanted),
  v.check((value) => addressBlock(value) === value, cidrWanted),
);

/** One of a closed list of words; the message lists them. */
export function word<const Words extends readonly string[]>(words: Words): v.GenericSchema<Words[number]> {
  return v.picklist(words, `one of ${words.map((each) => `'${each}'`).join(', ')}`) as v.GenericSchema<Words[number]>;
}

export function list<Item>(item: v.GenericSchema<Item>, most: number = limits.list): v.GenericSchema<Item[]> {
  return v.pipe(v.array(item, 'a list'), v.maxLength(most, `a list of at most ${most}`));
}

/** An object with these keys, all of them optional, and no others. */
export function facts(entries: Readonly<Record<string, v.GenericSchema>>): v.GenericSchema {
  const optional = Object.fromEntries(Object.entries(entries).map(([key, schema]) => [key, v.exactOptional(schema)]));
  return v.strictObject(optional, 'an object with facts');
}

function isWellFormed(value: string): boolean {
  return !loneSurrogate.test(value);
}
