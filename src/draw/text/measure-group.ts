import type { MeasuredGroup } from '../layout/placement.js';
import { pillOn } from '../scene/failure/pill-of.js';
import type { Group } from '../scene/scene.js';
import { fitText } from './fit-text.js';
import { groupTitle, pill } from './geometry.js';
import { measurePill } from './measure-pill.js';
import { signsOf, widthOfSigns } from './signs.js';
import { textWidth } from './text-width.js';
import { typeScale } from './type-scale.js';

/** A title with its icon at the left and the small print with its signs at the right. */
export function measureGroup(group: Group): MeasuredGroup {
  const count = group.count !== undefined && group.count > 1 ? ` ×${group.count}` : '';
  const room = groupTitle.widest - textWidth(count, typeScale.groupTitle);
  const title = fitText(group.name, typeScale.groupTitle, room) + count;
  const detail = fitText(group.detail, typeScale.groupDetail, groupTitle.widestDetail);
  const signs = widthOfSigns(signsOf(group));
  const detailWidth = textWidth(detail, typeScale.groupDetail) + (signs > 0 && detail !== '' ? signs + 4 : signs);
  const told = pillOn(group);
  return {
    id: group.id,
    title,
    titleWidth: Math.ceil(textWidth(title, typeScale.groupTitle)) + groupTitle.textLeft + 2,
    detail,
    detailWidth: Math.ceil(detailWidth),
    ...(told !== undefined && { pillWidth: measurePill(told.text), pillLeft: pill.fromFrameCorner }),
  };
}
