export const selfCheck = async () => [];
