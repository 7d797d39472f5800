import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewOf } from '../view/store.ts';
import { useFrame, useMoment } from '../view/useCase.ts';
import { WhyButton } from '../parts/WhyButton.tsx';

const QUIET_MS = 600;

/** The state of the case in one plain sentence; read out once the date has come to rest. */
export function Sentence() {
  const { t } = useTranslation();
  const { text, date } = useFrame();
  const knownOn = useViewOf('knownOn');
  const { report, asOf } = useMoment();
  const sentence = text(report.sentence);
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(t('date.announce', { date: date(asOf), sentence })), QUIET_MS);
    return () => clearTimeout(timer);
  }, [t, date, asOf, sentence]);
  return (
    <section className="sentence" aria-labelledby="sentence-heading">
      <h2 id="sentence-heading">
        {date(asOf)}
        {knownOn !== undefined && <small>{t('date.asKnownOn', { date: date(knownOn) })}</small>}
      </h2>
      <p>
        {sentence} <WhyButton target="sentence:" about={t('sentence.heading')} />
      </p>
      <p className="visually-hidden" aria-live="polite">
        {announced}
      </p>
    </section>
  );
}
