/** onnxruntime-node 1.16.3 names a declaration file that its package lacks; it re-exports onnxruntime-common. */
declare module 'onnxruntime-node' {
	export * from 'onnxruntime-common';
}
