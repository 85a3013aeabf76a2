import { defaultTheme, type RaThemeOptions } from 'react-admin';

/** The parts that come from react-admin and MUI wear the same colours and letters as ours (`styles/tokens.css`). */
export const theme: RaThemeOptions = {
  ...defaultTheme,
  palette: {
    mode: 'light',
    primary: { main: '#17463f' },
    secondary: { main: '#744600' },
    background: { default: '#f8f3ea', paper: '#fffdf9' },
    text: { primary: '#251e18', secondary: '#574b41' },
  },
  typography: { fontFamily: "'Segoe UI', 'Noto Sans', Ubuntu, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif", fontSize: 16 },
  shape: { borderRadius: 8 },
};
