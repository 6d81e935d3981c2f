import { type Duration, dayNumber, defineRule, seconds } from '../../rules-api.js';

const days: number | Duration = 365;

export default defineRule({
  id: 'hygiene/model-stale',
  severity: 'low',
  summary: 'Nobody has compared the model with what runs for long.',
  impact:
    'Systems change and models do not by themselves: what was found, and what was not, may be about a system of the past.',
  remedy: 'Compare the model with what runs, mend it, and state the day: `reviewed` on the architecture.',
  references: ['CIS 12.4', 'CWE-1068'],
  recommended: false,
  options: { days: days as number | Duration },
  optionExamples: { days: ['26 weeks'] },
  messages: { stale: 'The model was last compared with what runs on {{day}}, {{ago}} ago.' },

  check({ model, options, today, pass, report, unknown }) {
    const { reviewed } = model.facts;
    // A day to come is a plan, and nothing that was done.
    if (reviewed === undefined || reviewed > today) {
      unknown('model', 'reviewed');
      return;
    }
    const most = typeof options.days === 'number' ? options.days : seconds(options.days) / seconds('1 day');
    const ago = (dayNumber(today) ?? 0) - (dayNumber(reviewed) ?? 0);
    if (ago <= most) pass('model');
    else report({ message: 'stale', data: { day: reviewed, ago: ago === 1 ? '1 day' : `${ago} days` } });
  },
});
