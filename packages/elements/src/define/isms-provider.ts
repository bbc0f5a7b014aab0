import { IsmsProvider } from '../isms-provider/isms-provider.js';

IsmsProvider.define();
