export { systemClock } from './clock.ts';
export { type Running, serve, ServeFault, type ServeOptions } from './serve.ts';
