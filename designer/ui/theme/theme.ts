import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Card,
  createTheme,
  type MantineThemeOverride,
  Select,
  SegmentedControl,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { accentShades } from './accent-shades.ts';
import { chooseMarked } from './choose-marked.ts';

const INK = [
  '#f7f8f9',
  '#eef0f2',
  '#e2e5e9',
  '#cfd4da',
  '#a9b1bb',
  '#7d8792',
  '#5b6570',
  '#444d57',
  '#2d343c',
  '#1a1f25',
] as const;

/** Near-white ground, one accent, greys that carry structure. */
export function createInningTheme(accent: string): MantineThemeOverride {
  return createTheme({
    colors: {
      accent: accentShades(accent),
      gray: INK,
      good: accentShades('#1d6b40'),
      late: accentShades('#8a5200'),
      broken: accentShades('#a8261c'),
    },
    primaryColor: 'accent',
    primaryShade: 8,
    autoContrast: true,
    respectReducedMotion: true,
    defaultRadius: 'sm',
    fontFamily: "Inter, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
    headings: { fontWeight: '600' },
    components: {
      ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
      Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
      Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm' } }),
      Button: Button.extend({ defaultProps: { size: 'sm' } }),
      Card: Card.extend({ defaultProps: { withBorder: true, padding: 'md', radius: 'md' } }),
      SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'sm' } }),
      Select: Select.extend({
        defaultProps: { size: 'sm', allowDeselect: false, onKeyDownCapture: chooseMarked },
      }),
      TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
      Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, multiline: true, maw: 320 } }),
    },
  });
}
