import { channels, variables } from '@gongze/domain/vocabulary/levels';
import { useTranslation } from 'react-i18next';
import { useFrame, useMoment } from '../view/useCase.ts';

/** Name of a node of the two figures: channel, component, variable, stage, dilemma, or a combination of variables. */
export function useNodeName(): (id: string) => string {
  const { t } = useTranslation();
  const { text } = useFrame();
  const { report } = useMoment();
  return (id) => {
    if (id.includes('+'))
      return id
        .split('+')
        .map((part) => t(`variable.${part as 'culture'}`))
        .join(' + ');
    if (variables.some((name) => name === id)) return t(`variable.${id as 'culture'}`);
    if (channels.some((name) => name === id)) return t(`channel.${id as 'fiscal'}`);
    const stage = /^stage([123])$/.exec(id)?.[1];
    if (stage !== undefined) return `${t('stageShort', { stage })} ${t(`stageName.${stage as unknown as 1}`)}`;
    const component = variables.flatMap((name) => report.variables[name].components).find((one) => one.id === id);
    if (component !== undefined) return text(component.name);
    const dilemma = report.verdicts.find((one) => one.id === id);
    return dilemma === undefined ? id : text(dilemma.name);
  };
}
