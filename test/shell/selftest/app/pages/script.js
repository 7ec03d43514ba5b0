window.scriptRan = typeof window.fixture === 'object';
