// The part of card-data that a desk needs: what masks is the backend's, and is not loaded.
export {findAcross, findCards} from '@deskwire/card-data';
