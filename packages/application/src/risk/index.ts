export { checkRiskAcknowledged } from './check-risk.ts';
export { acknowledgeRisk, getDossierRisk } from './dossier-risk.ts';
export { RISK_TEXT_VERSION } from './risk-text.ts';
