import { AckButton } from '../ack-button/ack-button.js';

AckButton.define();
