/** Sends a message that is ready: by SMTP, or to the robot of a group chat. Throws what went wrong, so that it is tried again. */
import { createTransport } from 'nodemailer';
import { type Message, robotRequest } from './message.ts';
import type { Robot } from './settings.ts';

const TIMEOUT_MILLISECONDS = 15_000;
const ANSWER_BYTES_MAX = 10_000;

export interface Mail extends Message {
  readonly to: string;
  readonly from: string;
  /** Stays the same when it is sent again, so that a mail program shows it once. */
  readonly messageId: string;
}

export async function sendMail(smtpUrl: string, { to, from, subject, text, messageId }: Mail): Promise<void> {
  const timeouts = { connectionTimeout: TIMEOUT_MILLISECONDS, greetingTimeout: TIMEOUT_MILLISECONDS, socketTimeout: TIMEOUT_MILLISECONDS };
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  try {
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId, headers });
  } finally {
    transport.close();
  }
}

/** The operator has named the address; redirects are not followed. A robot says in its answer whether it took the message. */
export async function sendToRobot(robot: Robot, message: Message, now: number, id: string): Promise<void> {
  const { url, body, headers: own } = robotRequest(robot, message, now, id);
  const headers = { 'content-type': 'application/json; charset=utf-8', ...own };
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  const text = (await response.text()).slice(0, ANSWER_BYTES_MAX);
  if (!response.ok) throw new Error(`the robot answered ${response.status}`);
  const code = /"errcode"\s*:\s*(-?\d+)/.exec(text)?.[1];
  if (code !== undefined && code !== '0') throw new Error(`the robot answered errcode ${code}`);
}
