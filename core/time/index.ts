export { dayAt, instantAt, minuteAt, minutesOf } from './local-time.ts';
