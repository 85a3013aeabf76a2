export { INTEGRATION_FACTS, milestonesOf, type IntegrationStory } from './milestones.ts';
export { planIntegration } from './plan-integration.ts';
export { getIntegration, saveIntegration } from './save-integration.ts';
