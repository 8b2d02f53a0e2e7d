export { newInstance, placeAfterLastLetter } from './new-instance.ts';
export { createSwitchStarter } from './start-switched.ts';
export { switchesOn } from './switches-on.ts';
