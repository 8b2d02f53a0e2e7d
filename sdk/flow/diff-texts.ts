import type { MessageTexts } from '../message.ts';

/** What changed between two versions of a flow, in words. */
export const flowDiffTexts: MessageTexts = {
  'flow.diff.added': {
    nl: 'Nieuw blok: {node}',
    en: 'New step: {node}',
    de: 'Neuer Schritt: {node}',
    fr: 'Nouvelle étape : {node}',
  },
  'flow.diff.removed': {
    nl: 'Blok verwijderd: {node}',
    en: 'Step removed: {node}',
    de: 'Schritt entfernt: {node}',
    fr: 'Étape supprimée : {node}',
  },
  'flow.diff.removed-with-cases': {
    nl: 'Blok verwijderd: {node}; er staan {count} lopende dossiers',
    en: 'Step removed: {node}; {count} running cases are there',
    de: 'Schritt entfernt: {node}; dort stehen {count} laufende Fälle',
    fr: 'Étape supprimée : {node} ; {count} dossiers en cours s’y trouvent',
  },
  'flow.diff.changed': {
    nl: '{node}, {field}: {from} → {to}',
    en: '{node}, {field}: {from} → {to}',
    de: '{node}, {field}: {from} → {to}',
    fr: '{node}, {field} : {from} → {to}',
  },
  'flow.diff.changed-with-cases': {
    nl: '{node}, {field}: {from} → {to}; er staan {count} lopende dossiers',
    en: '{node}, {field}: {from} → {to}; {count} running cases are there',
    de: '{node}, {field}: {from} → {to}; dort stehen {count} laufende Fälle',
    fr: '{node}, {field} : {from} → {to} ; {count} dossiers en cours s’y trouvent',
  },
  'flow.diff.rerouted': {
    nl: '{node}, uitgang {outcome}: naar {from} → naar {to}',
    en: '{node}, outcome {outcome}: to {from} → to {to}',
    de: '{node}, Ausgang {outcome}: zu {from} → zu {to}',
    fr: '{node}, sortie {outcome} : vers {from} → vers {to}',
  },
  'flow.diff.whole': {
    nl: 'De hele flow, {field}: {from} → {to}',
    en: 'The whole flow, {field}: {from} → {to}',
    de: 'Der ganze Ablauf, {field}: {from} → {to}',
    fr: 'Tout le flux, {field} : {from} → {to}',
  },
};
