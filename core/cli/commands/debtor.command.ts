import { defineCommand } from '../command.ts';
export const debtorCommand = defineCommand({
  name: 'debtor',
  usage: ['debtor show NUMBER'],
  about: '',
  options: {},
  async run() {
    return 0;
  },
});
