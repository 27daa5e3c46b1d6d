/** What routes of higher rooms may use: acts that answer a visit. */
export {
  finishProviderProof,
  listOffered as listOfferedProviders,
  startProviderProof,
} from './providers/provider-journey.routes.tsx';
