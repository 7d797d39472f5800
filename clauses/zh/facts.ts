/** Chunks that ask nothing of anybody: definitions, numbers of copies, what was, what a thing is like. */

import { ofClause } from './gates.ts';

const definition = ofClause.gate(
  /^(?:(?:其|主要|具体|工作|基本)*(?:职责|任务|内容|权利|义务)(?:是|为|包括|如下)$|本(?:协议|备忘录|方案|办法)?所称|[^，应须由]{2,12}包括(?!但)|.{0,12}(?:包括但不限于|详见|见附件|如下表))/,
);

/** 本协议一式四份，双方各执两份: how many papers there are. */
const copies = ofClause.gate(/^.{0,12}(?:一式[一二两三四五六七八九十0-9]+份|各[执持存][一二两三四五六七八九十0-9]+份|具有同等法律效力)$/);

/** What has come about, not what is to be done. */
const pastOpener = ofClause.gate(
  /^(?:近年来|多年来|长期以来|近几年|近期以来|过去|去年|上年|此前|截至目前|目前|当前|现阶段|历史上|自[^，]{2,16}以来)/,
);
/** 项目总投资4.2亿元 · 该水库始建于1978年: figures of a thing that is there. */
const inventory = ofClause.gate(
  /^[^，应须将要可]{0,14}(?:总投资|总库容|总长|总长度|全长|总面积|流域面积|总人口|库容|海拔|年均降水量|多年平均[^，]{2,8})(?:约|近|为|有|共)?[0-9]|^[^，应须将要可到至]{1,14}(?:现有|拥有|共有|建有)[^，]{0,16}[0-9一二两三四五六七八九十]|^(?!.*是指)[^，应须将要可]{2,14}(?:始建于|建于|建成于|发源于|地处|流经)/,
);

/** 规格为正处级 · 编制12名: what a body is like. */
const rank = ofClause.gate(/^(?:机构)?(?:规格|级别|编制|人员编制|性质|代码|简称)(?:暂定|核定|定)?(?:为|是|按)/);

/** 达成如下协议 · 订立本协议: that there is a paper. */
const agreed = ofClause.gate(
  /(?:达成|签订|订立|签署|作出)(?:如下|以下|本)(?:合作)?(?:协议|备忘录|合同|意向书|约定|共识|承诺|责任书|条款|一致意见)$/,
);

/** 具有良好的合作基础 · 地缘相近、产业互补 · 问题日益突出: praise and complaint. */
const description = ofClause.gate(
  /^具有(?:良好|坚实|独特|广阔|扎实|明显|巨大)|(?:相近|相连|相依|相通|相亲)(?:、[^，]{2,6})?$|日益|日趋|^随着|暂不(?:列入|讨论|研究|考虑|作出|涉及)/,
);

const trend = ofClause.gate(/^随着|日益|日趋/);

/** True if the chunk is no duty, whatever stands in it. */
export const isFact = (chunk: string): boolean =>
  definition.test(chunk) || rank.test(chunk) || agreed.test(chunk) || copies.test(chunk) || description.test(chunk);
/** True if the sentence tells from here on what was or is; only a modal makes a duty of it. */
export const opensPast = (chunk: string): boolean => pastOpener.test(chunk) || trend.test(chunk);
/** True if the chunk counts what is there. */
export const isInventory = (chunk: string): boolean => inventory.test(chunk);
