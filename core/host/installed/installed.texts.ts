import type { MessageTexts } from '@inning/sdk';

/** Why a plugin of others was taken out of work. */
export const installedTexts: MessageTexts = {
  'plugin.failures': {
    nl: 'Plugin {pluginId} {version} is stilgezet omdat hij te vaak achter elkaar mislukte: {reason} Stappen die hem nodig hebben wachten tot een beheerder hem hervat, bijwerkt of verwijdert.',
    en: 'Plugin {pluginId} {version} was suspended because it failed too often in a row: {reason} Steps that need it wait until an administrator resumes, updates or removes it.',
    de: 'Plugin {pluginId} {version} wurde angehalten, weil es zu oft nacheinander fehlschlug: {reason} Schritte, die es brauchen, warten, bis ein Administrator es fortsetzt, aktualisiert oder entfernt.',
    fr: 'Le plugin {pluginId} {version} a été suspendu parce qu’il a échoué trop souvent de suite : {reason} Les étapes qui en ont besoin attendent qu’un administrateur le reprenne, le mette à jour ou le retire.',
  },
  'plugin.revoked': {
    nl: 'Plugin {pluginId} {version} is stilgezet omdat hij niet meer vertrouwd wordt: {reason} Stappen die hem nodig hebben wachten tot een beheerder hem bijwerkt of verwijdert.',
    en: 'Plugin {pluginId} {version} was suspended because it is not trusted any more: {reason} Steps that need it wait until an administrator updates or removes it.',
    de: 'Plugin {pluginId} {version} wurde angehalten, weil ihm nicht mehr vertraut wird: {reason} Schritte, die es brauchen, warten, bis ein Administrator es aktualisiert oder entfernt.',
    fr: 'Le plugin {pluginId} {version} a été suspendu parce qu’il n’est plus digne de confiance : {reason} Les étapes qui en ont besoin attendent qu’un administrateur le mette à jour ou le retire.',
  },
};
